package kabar.tui.layout;

import java.util.List;
import kabar.tui.state.Overlay;
import kabar.tui.state.TuiState;
import kabar.tui.text.Clean;
import kabar.tui.text.Wrapping;
import kabar.tui.words.Phrase;

/// What the error line says: a remark, or a question that waits for a yes.
final class RemarkLines {

  private RemarkLines() {}

  static List<String> of(TuiState state) {
    var sentence = sentence(state);
    if (sentence.isEmpty()) {
      return List.of();
    }
    // A cell is left free on each side, and two for a sign.
    var lines = Wrapping.lines(Clean.line(sentence), state.size().columns() - 4);
    int most = Math.clamp(state.size().rows() / 4, 1, 3);
    return lines.subList(0, Math.min(most, lines.size()));
  }

  private static String sentence(TuiState state) {
    var sentences = state.settings().sentences();
    return switch (state.overlay()) {
      case Overlay.PasteQuestion(var text) ->
          sentences.say(Phrase.LARGE_PASTE, text.lines().count(), text.codePoints().count());
      case Overlay.QuitQuestion() ->
          sentences.say(Phrase.QUIT_WITH_OUTBOX, state.lists().outbox().size());
      case Overlay.None(),
          Overlay.Help _,
          Overlay.GoTo _,
          Overlay.Search _,
          Overlay.Select _,
          Overlay.Remarks _,
          Overlay.Connection(),
          Overlay.Bare() ->
          state.moment().remark();
    };
  }
}
