package kabar.tui;

import java.net.URI;
import kabar.protocol.print.JsonLine;
import kabar.tui.print.OutputException;
import kabar.tui.words.Phrase;

/// Prints what becomes of questions to a server.
record PingPrinter(Errand errand) {

  void begin(URI server) throws OutputException {
    errand.printer().say(errand.say(Phrase.PINGING, server));
  }

  void answered(int number, long micros) throws OutputException {
    if (errand.printer().isJson()) {
      errand
          .printer()
          .json(JsonLine.of("state", "answered").with("seq", number).with("micros", micros));
    }
    errand.printer().say(errand.say(Phrase.PONG, number, millis(micros)));
  }

  void lost(int number, String why) throws OutputException {
    if (errand.printer().isJson()) {
      errand.printer().json(JsonLine.of("state", "lost").with("seq", number).with("detail", why));
    }
    errand.printer().say(errand.say(Phrase.NO_PONG, number, why));
  }

  void end(RoundTrips.Summary summary) throws OutputException {
    if (errand.printer().isJson()) {
      errand.printer().json(shape(summary));
      return;
    }
    errand
        .printer()
        .line(
            errand.say(
                Phrase.PING_SUMMARY, summary.asked(), summary.answered(), summary.lostPercent()));
    if (summary.answered() > 0) {
      errand
          .printer()
          .line(
              errand.say(
                  Phrase.PING_TIMES,
                  millis(summary.min()),
                  millis(summary.avg()),
                  millis(summary.max()),
                  millis(summary.mdev())));
    }
  }

  private static JsonLine shape(RoundTrips.Summary summary) {
    var line =
        JsonLine.of("state", "summary")
            .with("asked", summary.asked())
            .with("answered", summary.answered());
    return summary.answered() == 0
        ? line
        : line.with("minMicros", summary.min())
            .with("avgMicros", summary.avg())
            .with("maxMicros", summary.max())
            .with("mdevMicros", summary.mdev());
  }

  private String millis(long micros) {
    return String.format(errand.sentences().language().locale(), "%.3f", micros / 1000.0);
  }
}
