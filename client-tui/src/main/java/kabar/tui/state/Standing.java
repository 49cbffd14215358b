package kabar.tui.state;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kabar.client.ConnectionState;
import kabar.client.Way;

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

  /// The name of the transport that carries the connection, or will.
  public String transport() {
    return way().transport();
  }

  /// How the server was reached, or will be: by the transport that the URL's scheme names.
  public Way way() {
    return connection instanceof ConnectionState.Online(_, var way)
        ? way
        : Way.straight(String.valueOf(server.getScheme()));
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
