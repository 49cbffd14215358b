package kabar.tui.state;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kabar.client.ConnectionState;

/// How the client stands with its server.
///
/// @param me the user's name, empty before it is known
/// @param connection what the core says
/// @param since when that began
/// @param attempts how many attempts have failed since it was last online
/// @param latencyNanos how long the last ping took, 0 before the first
public record Standing(
    URI server,
    String me,
    ConnectionState connection,
    Instant since,
    int attempts,
    long latencyNanos) {

  /// How long the last ping took, empty before the first.
  public Optional<Duration> latency() {
    return latencyNanos == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(latencyNanos));
  }

  /// The scheme of the URL, which names the transport.
  public String transport() {
    return String.valueOf(server.getScheme());
  }

  public boolean isOnline() {
    return connection instanceof ConnectionState.Online;
  }

  /// Stands otherwise since a moment.
  public Standing connection(ConnectionState changed, Instant from, int failed) {
    return new Standing(server, me, changed, from, failed, latencyNanos);
  }

  public Standing me(String changed) {
    return new Standing(server, changed, connection, since, attempts, latencyNanos);
  }

  public Standing latencyNanos(long changed) {
    return new Standing(server, me, connection, since, attempts, changed);
  }
}
