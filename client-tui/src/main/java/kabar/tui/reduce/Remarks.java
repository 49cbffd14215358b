package kabar.tui.reduce;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kabar.tui.state.Remark;
import kabar.tui.state.TuiState;
import kabar.tui.words.Phrase;

/// The error line.
final class Remarks {
  private static final int KEPT = 50;
  private static final Duration SHOWN = Duration.ofSeconds(8);
  private static final Duration ERROR_SHOWN = Duration.ofSeconds(30);

  private Remarks() {}

  /// Says something that is as it should be.
  static Next say(TuiState state, Phrase phrase, Object... arguments) {
    return Next.of(add(state, words(state, phrase, arguments), false));
  }

  /// Says why something is not done.
  static Next refuse(TuiState state, Phrase phrase, Object... arguments) {
    return Next.of(add(state, words(state, phrase, arguments), true));
  }

  static String words(TuiState state, Phrase phrase, Object... arguments) {
    return state.settings().sentences().say(phrase, arguments);
  }

  static TuiState add(TuiState state, String sentence, boolean isError) {
    var moment = state.moment();
    var all =
        Stream.concat(
                moment.remarks().stream(), Stream.of(new Remark(moment.now(), sentence, isError)))
            .toList();
    List<Remark> kept = all.subList(Math.max(0, all.size() - KEPT), all.size());
    return state.moment(moment.remarks(kept).remark(sentence));
  }

  static TuiState dismiss(TuiState state) {
    return state.moment(state.moment().remark(""));
  }

  /// When the sentence that is shown goes away; empty if none is shown.
  static Optional<Instant> end(TuiState state) {
    var moment = state.moment();
    return moment.remark().isEmpty() || moment.remarks().isEmpty()
        ? Optional.empty()
        : Optional.of(moment.remarks().getLast()).map(last -> last.at().plus(time(last)));
  }

  private static Duration time(Remark remark) {
    return remark.isError() ? ERROR_SHOWN : SHOWN;
  }
}
