package kabar.bench;

import java.io.IOException;
import java.time.Duration;

/// A server under a load.
///
/// @param figures of the server's process
record Contestant(ProcessFigures figures, Load load) {

  /// What one round came to.
  ///
  /// @param cpuMicros CPU time of the server's process per request, user and system
  record Round(long requests, double perSecond, double cpuMicros) {}

  /// Plays one round.
  Round play(Duration duration) throws IOException {
    var before = figures.cpu();
    var sum = load.run(duration);
    var used = figures.cpu().minus(before);
    return new Round(
        sum.requests(),
        sum.requests() * 1e9 / sum.elapsed().toNanos(),
        used.toNanos() / 1e3 / sum.requests());
  }
}
