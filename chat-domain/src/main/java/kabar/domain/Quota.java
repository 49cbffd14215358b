package kabar.domain;

import java.time.Duration;
import java.time.InstantSource;

/// Lets something happen so often by name within a while, which begins with the first time.
/// Thread-safe, in memory that does not grow.
final class Quota {
  private final int most;
  private final long windowMillis;
  private final InstantSource clock;
  private final Buckets buckets = new Buckets();

  // Guarded by this; by bucket.
  private final int[] count = new int[Buckets.COUNT];
  private final long[] endMillis = new long[Buckets.COUNT];

  Quota(int most, Duration window, InstantSource clock) {
    this.most = most;
    this.windowMillis = window.toMillis();
    this.clock = clock;
  }

  /// Counts one more. Answers zero if that is within the quota, else how long to wait, and then
  /// nothing was counted.
  Duration take(String name) {
    int bucket = buckets.of(name);
    long now = clock.millis();
    synchronized (this) {
      // A clock that was set back must not keep anybody waiting for longer than a window.
      if (now >= endMillis[bucket] || endMillis[bucket] - now > windowMillis) {
        endMillis[bucket] = now + windowMillis;
        count[bucket] = 0;
      }
      if (count[bucket] >= most) {
        return Duration.ofMillis(endMillis[bucket] - now);
      }
      count[bucket]++;
      return Duration.ZERO;
    }
  }
}
