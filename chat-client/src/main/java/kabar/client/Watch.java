package kabar.client;

import java.time.Duration;
import java.time.Instant;

/// Notices that the machine has slept, or this program was stopped: then the two clocks have
/// drifted
/// apart, or a tick comes far too late.
final class Watch {
  /// How often to look.
  static final Duration TICK = Duration.ofSeconds(2);

  private static final Duration TOLERANCE = Duration.ofSeconds(5);

  private long lastNanos;
  private Instant lastNow;

  Watch(long nanos, Instant now) {
    lastNanos = nanos;
    lastNow = now;
  }

  /// Whether something like that has happened since the last look.
  boolean hasSlept(long nanos, Instant now) {
    var counted = Duration.ofNanos(nanos - lastNanos);
    var shown = Duration.between(lastNow, now);
    lastNanos = nanos;
    lastNow = now;
    return counted.compareTo(TICK.plus(TOLERANCE)) > 0
        || shown.minus(counted).abs().compareTo(TOLERANCE) > 0;
  }
}
