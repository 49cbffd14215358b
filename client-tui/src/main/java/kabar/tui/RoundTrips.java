package kabar.tui;

import java.util.ArrayList;
import java.util.List;

/// How long answers took, in microseconds. Thread-safe.
final class RoundTrips {
  private final List<Long> micros = new ArrayList<>();
  private int asked;

  /// What they were together.
  ///
  /// @param mdev the standard deviation, as ping(8) has it
  record Summary(int asked, int answered, long min, long avg, long max, long mdev) {

    /// How many of a hundred were not answered, rounded.
    int lostPercent() {
      return asked == 0 ? 0 : Math.round(100f * (asked - answered) / asked);
    }
  }

  /// A question is about to be asked.
  ///
  /// @return its number, from 1 on
  synchronized int ask() {
    return ++asked;
  }

  synchronized void answered(long tookMicros) {
    micros.add(tookMicros);
  }

  synchronized Summary summary() {
    var times = micros.stream().mapToLong(Long::longValue).summaryStatistics();
    if (times.getCount() == 0) {
      return new Summary(asked, 0, 0, 0, 0, 0);
    }
    return new Summary(
        asked,
        micros.size(),
        times.getMin(),
        Math.round(times.getAverage()),
        times.getMax(),
        deviation(times.getAverage()));
  }

  private long deviation(double average) {
    double squares =
        micros.stream()
            .mapToDouble(time -> (time - average) * (time - average))
            .average()
            .orElse(0);
    return Math.round(Math.sqrt(squares));
  }
}
