package kabar.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/// Prints the results as tables in Markdown, each figure beside what is aimed at.
final class Report {
  private static final Map<LoadShape, String> TARGETS =
      Map.of(
          new LoadShape(64, 1), "≤ 1.4 / ≤ 1.2",
          new LoadShape(64, 16), "≤ 2.0 / ≤ 1.5",
          new LoadShape(1000, 1), "≤ 1.5 / ≤ 1.25");

  private final PrintWriter out;

  Report(PrintWriter out) {
    this.out = out;
  }

  void machine() {
    line(Machine.describe());
    line("");
  }

  void starts(String store, List<Starts.Start> starts) {
    line("| with the store %s | median of %d | good / goal |".formatted(store, starts.size()));
    line("|---|---|---|");
    line(
        "| launch to `Ready`, wall | %.0f ms | ≤ 500 / ≤ 200 ms |"
            .formatted(Median.of(starts, Starts.Start::wallMillis)));
    line(
        "| launch to `Ready`, as printed | %.0f ms | |"
            .formatted(Median.of(starts, Starts.Start::printedMillis)));
    line(
        "| resident, idle after a start | %.1f MB | ≤ 90 / ≤ 60 MB |"
            .formatted(Median.of(starts, Starts.Start::residentBytes) / 1e6));
    line("");
  }

  void idle(int count, double bytesEach) {
    line(
        "Resident per idle logged-in connection, of %,d, store memory: %.1f KB (good ≤ 3, goal ≤ 2)."
            .formatted(count, bytesEach / 1e3));
    line("");
  }

  void contestHeading(Exchange exchange) {
    line(
        "Request of %d bytes, reply of %d; store memory."
            .formatted(exchange.request().length(), exchange.reply().length()));
    line("");
    line("| load | kabard req/s | C req/s | kabard CPU µs | C CPU µs | ratio | good / goal |");
    line("|---|---|---|---|---|---|---|");
  }

  void outcome(Contest.Outcome outcome) {
    line(
        "| %s | %,.0f | %,.0f | %.2f | %.2f | %.2f | %s |"
            .formatted(
                outcome.shape(),
                outcome.serverPerSecond(),
                outcome.responderPerSecond(),
                outcome.serverMicros(),
                outcome.responderMicros(),
                outcome.ratio(),
                TARGETS.getOrDefault(outcome.shape(), "")));
  }

  void end(long replies, String loadBefore) {
    line("");
    line("%,d replies, all as expected.".formatted(replies));
    line("Load average before: %s; after: %s.".formatted(loadBefore, Machine.loadAverage()));
  }

  private void line(String line) {
    out.println(line);
    out.flush();
  }
}
