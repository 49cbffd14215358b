package kabar.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The resident memory of a process over some time. For one thread.
final class ResidentWatch {
  private static final Duration PART = Duration.ofMinutes(1);

  private final ProcessFigures figures;
  private final List<Sample> samples = new ArrayList<>();

  ResidentWatch(ProcessFigures figures) {
    this.figures = figures;
  }

  private record Sample(long nanos, long bytes) {}

  /// What was seen, in bytes.
  ///
  /// @param first the median of the first minute
  /// @param last the median of the last minute
  record Range(double first, double last, double most) {}

  /// Looks once.
  void look() throws IOException {
    samples.add(new Sample(System.nanoTime(), figures.residentBytes()));
  }

  /// What was seen in all; there has to have been one look.
  Range range() {
    long begin = samples.getFirst().nanos();
    long end = samples.getLast().nanos();
    var first = samples.stream().filter(it -> it.nanos() - begin <= PART.toNanos()).toList();
    var last = samples.stream().filter(it -> end - it.nanos() <= PART.toNanos()).toList();
    long most = samples.stream().mapToLong(Sample::bytes).max().orElse(0);
    return new Range(Median.of(first, Sample::bytes), Median.of(last, Sample::bytes), most);
  }
}
