package kabar.domain;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// How often somebody is told that somebody else is typing: once a second at most. Thread-safe.
final class TypingPace {
  private static final long INTERVAL_NANOS = Duration.ofSeconds(1).toNanos();

  private final int most;

  /// When it was last told, oldest first. Guarded by this.
  private final Map<Pair, Long> toldNanos = new LinkedHashMap<>();

  private record Pair(String from, String to) {}

  /// @param most so many pairs in a second; there are no more that it tells of
  TypingPace(int most) {
    this.most = most;
  }

  /// Whether it may be told now, and is then.
  ///
  /// @param nowNanos of a clock that does not go back
  synchronized boolean mayTell(String from, String to, long nowNanos) {
    forget(nowNanos);
    var pair = new Pair(from, to);
    if (toldNanos.size() >= most || toldNanos.containsKey(pair)) {
      return false;
    }
    toldNanos.put(pair, nowNanos);
    return true;
  }

  private void forget(long nowNanos) {
    for (var told = toldNanos.values().iterator();
        told.hasNext() && nowNanos - told.next() >= INTERVAL_NANOS; ) {
      told.remove();
    }
  }
}
