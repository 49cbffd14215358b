package kabar.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Starts the server several times, one after the other.
final class Starts {
  /// What a start leaves to the background is done after this.
  private static final Duration SETTLING = Duration.ofSeconds(1);

  private Starts() {}

  /// One start.
  ///
  /// @param wallMillis from making the process to reading `Ready`
  /// @param printedMillis what the server prints
  /// @param residentBytes a second later
  record Start(long wallMillis, long printedMillis, long residentBytes) {}

  static List<Start> measure(Kabard kabard, Workplace workplace, int count) throws IOException {
    var starts = new ArrayList<Start>();
    for (int i = 0; i < count; i++) {
      try (var server = kabard.start(workplace)) {
        var greeting = server.awaitReady();
        settle();
        starts.add(
            new Start(
                greeting.wall().toMillis(),
                greeting.printed().toMillis(),
                server.figures().residentBytes()));
      }
    }
    return starts;
  }

  static void settle() throws BenchException {
    try {
      Thread.sleep(SETTLING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted");
    }
  }
}
