package kabar.api.transport;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;

/// A place where connections are accepted. Thread-safe.
public interface Listener extends AutoCloseable {
  /// Counter: connections open now.
  String OPEN = "connections.open";

  /// Counter: connections accepted since the start.
  String ACCEPTED = "connections.accepted";

  /// Counter: reads that ended inside a payload.
  String PARTIAL = "payloads.partial";

  /// Counter: bursts of bytes handed to the wire.
  String WRITES = "writes";

  /// The URL a client of the same machine connects to.
  ///
  /// - The address of a listener is where it really listens, with the port that it got for port 0.
  URI address();

  /// Numbers to watch, by name; each may be read at any time from any thread. A transport adds its
  /// own to those named here. The suppliers never change.
  ///
  /// - A listener counts its open and accepted connections, split payloads and writes.
  Map<String, LongSupplier> counters();

  /// Stops accepting, then waits until the owners have closed their connections. Blocks until then,
  /// so that it must not be called on the transport's thread; nor must `close`.
  ///
  /// - A stopping listener accepts nobody new and leaves its connections alone.
  /// - A stop ends drained when the owners close their connections within the grace period.
  /// - A stop ends forced when the grace period is over, and the connections left are aborted.
  ///
  /// @param grace zero or more
  Stopped stop(Duration grace);

  /// Stops without grace.
  ///
  /// - Closing a listener twice is harmless.
  @Override
  void close();

  /// How a stop ended.
  enum Stopped {
    /// Every owner had closed its connection in time.
    DRAINED,
    /// Some connections had to be aborted.
    FORCED
  }
}
