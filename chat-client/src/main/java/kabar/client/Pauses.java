package kabar.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait between attempts: any time up to a bound that doubles, so that those who lost
/// the same server do not come back together.
final class Pauses {
  private final Timing timing;
  private final RandomGenerator random;
  private Duration bound;

  Pauses(Timing timing, RandomGenerator random) {
    this.timing = timing;
    this.random = random;
    this.bound = timing.firstPause();
  }

  /// The next pause; the one after it may be twice as long.
  Duration next() {
    var pause = Duration.ofNanos(random.nextLong(bound.toNanos() + 1));
    var doubled = bound.multipliedBy(2);
    bound = doubled.compareTo(timing.longestPause()) < 0 ? doubled : timing.longestPause();
    return pause;
  }

  /// What went wrong before does not count any more.
  void reset() {
    bound = timing.firstPause();
  }
}
