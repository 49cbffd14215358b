package kabar.bench;

import java.io.IOException;
import java.time.Duration;

/// Whatever stores messages on disk and tells when each is there, with those who send to it: each
/// sends the next one when it has heard of the last. Closing it ends both.
interface Durable extends AutoCloseable {

  /// What one round came to.
  ///
  /// @param stored messages
  /// @param cpuMicros CPU time of its process for each, user and system
  /// @param p99Millis how long 99 of 100 senders waited at most
  record Round(long stored, double perSecond, double cpuMicros, double p99Millis) {}

  /// Plays one round.
  Round play(Duration duration) throws IOException;

  @Override
  void close() throws IOException;

  /// A round in numbers.
  ///
  /// @param cpu that was used meanwhile
  static Round round(Load.Sum load, Duration cpu, Latencies latencies) {
    return new Round(
        load.requests(),
        load.requests() * 1e9 / load.elapsed().toNanos(),
        cpu.toNanos() / 1e3 / load.requests(),
        latencies.percentile(99) / 1e6);
  }
}
