package kabar.transport.tcp;

import kabar.api.transport.CloseCause;
import kabar.api.transport.OpenConnections;

/// The connections of one listener, or those that the transport opened itself, and what they have
/// counted together. Thread-safe.
///
/// @param connections those open now
/// @param counters what they count
record TcpGroup(OpenConnections<TcpConnection> connections, TcpCounters counters) {

  static TcpGroup empty() {
    var connections = new OpenConnections<TcpConnection>(it -> it.abort(CloseCause.STOPPED));
    return new TcpGroup(connections, new TcpCounters());
  }
}
