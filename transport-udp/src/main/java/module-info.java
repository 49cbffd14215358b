import org.jspecify.annotations.NullMarked;

/// The UDP transport (`udp://host:port`): a plug-in written against `kabar.api` alone. What goes
/// over the wire is described in `docs/udp.md`.
///
/// In reading order: a `UdpTransport` makes `UdpListener`s; each of their sockets is a
/// {@code DatagramPort} read by the thread of a `UdpLoop`, which hands every datagram to an
/// `Endpoint`. That tells bare requests, answered by `BareConnection`s, from {@code Message}s: a
/// `Doorkeeper` answers those of the handshake and a `UdpConnection` those of a connection, with an
/// `Inflow`, an `Intake` and an `Outflow` for its two directions.
@NullMarked
module kabar.transport.udp {
  requires kabar.api;
  requires static org.jspecify;

  provides kabar.api.transport.TransportProvider with
      kabar.transport.udp.UdpTransportProvider;
}
