import org.jspecify.annotations.NullMarked;

/// The TCP transport (`tcp://host:port`): a plug-in written against `kabar.api` alone.
///
/// A few {@code EventLoop}s, each a thread with a selector, serve all connections. In reading
/// order:
/// `TcpTransport` makes `TcpListener`s, whose `Acceptor`s hand accepted channels to loops as
/// `TcpConnection`s; a `TcpGroup` knows the connections of one listener.
@NullMarked
module kabar.transport.tcp {
  requires jdk.net; // keep-alive timing
  requires kabar.api;
  requires static org.jspecify;

  provides kabar.api.transport.TransportProvider with
      kabar.transport.tcp.TcpTransportProvider;
}
