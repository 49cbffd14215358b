package kabar.tui.reduce;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kabar.client.ConnectionState;
import kabar.tui.state.TuiState;

/// What changes by itself as time passes.
final class Passing {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private Passing() {}

  static Next ticked(TuiState state, Instant now) {
    var moment = state.moment().now(now);
    boolean isAnyOver = moment.typing().values().stream().anyMatch(end -> !end.isAfter(now));
    var passed = state.moment(isAnyOver ? moment.typing(still(moment.typing(), now)) : moment);
    boolean isOver = Remarks.end(passed).filter(end -> !end.isAfter(now)).isPresent();
    return Next.of(isOver ? Remarks.dismiss(passed) : passed);
  }

  /// When something that is shown changes next, after now; empty if nothing does by itself.
  static Optional<Instant> next(TuiState state) {
    var now = state.moment().now();
    return Stream.of(
            countdown(state).stream(),
            state.moment().typing().values().stream(),
            Remarks.end(state).stream(),
            Watching.end(state).stream(),
            minute(state).stream())
        .flatMap(moments -> moments)
        .map(moment -> moment.isAfter(now) ? moment : now.plusMillis(1))
        .min(Instant::compareTo);
  }

  private static Map<String, Instant> still(Map<String, Instant> typing, Instant now) {
    return typing.entrySet().stream()
        .filter(entry -> entry.getValue().isAfter(now))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// While it is offline, each second.
  private static Optional<Instant> countdown(TuiState state) {
    return state.standing().connection() instanceof ConnectionState.Offline
        ? Optional.of(state.moment().now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1))
        : Optional.empty();
  }

  /// Where there are messages or people the clock is read, how long somebody is away, and which day
  /// it is.
  private static Optional<Instant> minute(TuiState state) {
    return state.conversation().isOpen() || !state.lists().people().isEmpty()
        ? Optional.of(state.moment().now().truncatedTo(ChronoUnit.MINUTES).plus(MINUTE))
        : Optional.empty();
  }
}
