package kabar.bench;

import java.util.Random;
import java.util.stream.Stream;

/// When to kill a server, by lot.
final class KillPlan {
  private KillPlan() {}

  /// What a server is doing when it is killed.
  enum Moment {
    /// It starts, so that it may be mending what the kill before left.
    STARTING(0.25),
    /// Somebody logs in, and all senders send.
    LOGIN(0.1),
    /// The store copies its log into its file, while all senders send.
    CHECKPOINT(0.15),
    /// All senders send.
    LOADED(0.5);

    private final double share;

    Moment(double share) {
      this.share = share;
    }
  }

  /// One kill.
  ///
  /// @param delay how far into its moment, from 0 to 1
  record Kill(Moment moment, double delay) {}

  /// Kills without end; the same for the same seed.
  static Stream<Kill> of(long seed) {
    var random = new Random(seed);
    return Stream.generate(() -> new Kill(moment(random.nextDouble()), random.nextDouble()));
  }

  private static Moment moment(double lot) {
    double rest = lot;
    for (var moment : Moment.values()) {
      if (rest < moment.share) {
        return moment;
      }
      rest -= moment.share;
    }
    // What rounding left over.
    return Moment.LOADED;
  }
}
