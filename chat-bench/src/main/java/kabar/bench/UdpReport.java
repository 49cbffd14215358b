package kabar.bench;

import java.io.PrintWriter;
import java.util.Locale;

/// Prints what UDP came to as tables in Markdown, each figure beside what is aimed at.
final class UdpReport {
  private static final LoadShape ALONE = new LoadShape(1, 1);

  private final PrintWriter out;

  UdpReport(PrintWriter out) {
    this.out = out;
  }

  void machine() {
    line(Machine.describe());
    line("");
  }

  void rivalsHeading(Exchange exchange) {
    line(
        "Connections of the transports `udp` and `tcp`: request of %d bytes, reply of %d; store memory."
            .formatted(exchange.request().length(), exchange.reply().length()));
    line("");
    line(
        "| load | over | req/s | p50, µs | p99, µs | server CPU µs | req/s to TCP's | CPU to TCP's"
            + " | wanted |");
    line("|---|---|---|---|---|---|---|---|---|");
  }

  void rivals(Rivals.Outcome outcome) {
    line(
        "%s %.2f | %.2f | %s |"
            .formatted(
                way(outcome.shape(), Transports.UDP, outcome.udp()),
                outcome.rate(),
                outcome.cost(),
                outcome.shape().equals(ALONE) ? "req/s ≥ 0.5" : ""));
    line(way(outcome.shape(), Transports.TCP, outcome.tcp()) + " | | |");
  }

  void bare(Exchange exchange, Contest.Outcome outcome) {
    var report = new Report(out);
    line("Requests in datagrams of their own, of a token that is bound to the address.");
    report.contestHeading(exchange);
    report.outcome(outcome);
    endTable();
  }

  void lossHeading() {
    line("Where packets are lost, in each direction.");
    line("");
    line(
        "| loss | connections | over | requests | failed | req/s | p50, ms | p99, ms |"
            + " sent again |");
    line("|---|---|---|---|---|---|---|---|---|");
  }

  /// @param udpRepeats of the server
  /// @param tcpRepeats of both ends
  void loss(int percent, Rivals.Outcome outcome, long udpRepeats, long tcpRepeats) {
    loss(percent, outcome.shape(), Transports.UDP, outcome.udp(), udpRepeats + " by the server");
    loss(percent, outcome.shape(), Transports.TCP, outcome.tcp(), tcpRepeats + " by both ends");
  }

  void failedLoss(int percent, LoadShape shape, String why) {
    line("| %d %% | %d | | | %s | | | | |".formatted(percent, shape.connections(), why));
  }

  void idleHeading(int count) {
    line("Resident memory of the server, by %,d idle connections; store memory.".formatted(count));
    line("");
    line("| over | each | closed and as many opened again | wanted |");
    line("|---|---|---|---|");
  }

  /// @param each growth of the first time, in bytes per connection
  /// @param again growth in all after the first were closed and as many opened, in bytes
  void idle(String scheme, double each, double again) {
    line(
        "| %s | %.1f KB | %.1f MB in all | %s |"
            .formatted(
                upper(scheme),
                each / 1e3,
                again / 1e6,
                scheme.equals(Transports.UDP) ? "≤ 2 KB" : ""));
  }

  void endTable() {
    line("");
  }

  void end(String loadBefore) {
    line("Load average before: %s; after: %s.".formatted(loadBefore, Machine.loadAverage()));
  }

  void line(String line) {
    out.println(line);
    out.flush();
  }

  private static String way(LoadShape shape, String scheme, Rivals.Way way) {
    return "| %s | %s | %,.0f | %.0f | %.0f | %.2f |"
        .formatted(
            shape,
            upper(scheme),
            way.perSecond(),
            way.p50Micros(),
            way.p99Micros(),
            way.cpuMicros());
  }

  private void loss(int percent, LoadShape shape, String scheme, Rivals.Way way, String repeats) {
    line(
        "| %d %% | %d | %s | %,d | 0 | %,.0f | %.2f | %.2f | %s |"
            .formatted(
                percent,
                shape.connections(),
                upper(scheme),
                way.requests(),
                way.perSecond(),
                way.p50Micros() / 1e3,
                way.p99Micros() / 1e3,
                repeats));
  }

  private static String upper(String scheme) {
    return scheme.toUpperCase(Locale.ROOT);
  }
}
