package kabar.bench;

import java.io.PrintWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Prints the results as a table in Markdown, and beside it what is aimed at.
final class DurableReport {
  /// The senders for whom there is a target.
  private static final int AIMED_AT = 64;

  private static final double GOOD = 0.7;
  private static final double GOAL = 0.9;

  private final PrintWriter out;

  /// What there is a target for, once it is known.
  private DurableContest.@Nullable Outcome server;

  DurableReport(PrintWriter out) {
    this.out = out;
  }

  /// @param disk the kind of file system
  void begin(String disk) {
    line(Machine.describe() + " · " + disk);
    line("");
    line("| senders | who | stored/s | p99, ms | CPU µs | of bare SQLite | bytes each |");
    line("|---|---|---|---|---|---|---|");
  }

  void outcomes(int senders, Map<DurableContest.Entrant, DurableContest.Outcome> outcomes) {
    if (senders == AIMED_AT) {
      server = outcomes.get(DurableContest.Entrant.SERVER);
    }
    outcomes.forEach(
        (entrant, outcome) ->
            line(
                "| %,d | %s | %,.0f | %.2f | %.1f | %.2f | %.0f |"
                    .formatted(
                        senders,
                        entrant.title(),
                        outcome.perSecond(),
                        outcome.p99Millis(),
                        outcome.cpuMicros(),
                        outcome.ofSqlite(),
                        outcome.bytesEach())));
  }

  void end(String loadBefore) {
    line("");
    if (server != null) {
      line(
          "Over TCP, of bare SQLite at %d senders: %.2f (good ≥ %.1f, goal ≥ %.1f), so %s."
              .formatted(AIMED_AT, server.ofSqlite(), GOOD, GOAL, word(server.ofSqlite())));
    }
    line("Load average before: %s; after: %s.".formatted(loadBefore, Machine.loadAverage()));
  }

  private static String word(double ofSqlite) {
    if (ofSqlite >= GOAL) {
      return "the goal is reached";
    }
    return ofSqlite >= GOOD ? "good is reached" : "it is missed";
  }

  private void line(String line) {
    out.println(line);
    out.flush();
  }
}
