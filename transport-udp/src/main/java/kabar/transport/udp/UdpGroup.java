package kabar.transport.udp;

import java.time.Duration;
import kabar.api.transport.CloseCause;
import kabar.api.transport.Listener.Stopped;
import kabar.api.transport.OpenConnections;

/// What is open at one listener, or was begun by the transport itself. Thread-safe.
///
/// @param connections those of the reliable mode
/// @param bare requests in plain text that are being answered
record UdpGroup(OpenConnections<UdpConnection> connections, OpenConnections<BareConnection> bare) {

  static UdpGroup empty() {
    return new UdpGroup(
        new OpenConnections<>(it -> it.abort(CloseCause.STOPPED)),
        new OpenConnections<>(it -> it.abort(CloseCause.STOPPED)));
  }

  /// Waits until all are gone, then ends those that are left. Blocks.
  Stopped stop(Duration grace) {
    long end = System.nanoTime() + grace.toNanos();
    var stopped = connections.stop(grace);
    long left = Math.max(0, end - System.nanoTime());
    return bare.stop(Duration.ofNanos(left)) == Stopped.FORCED ? Stopped.FORCED : stopped;
  }
}
