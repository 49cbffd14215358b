package kabar.api.transport;

import java.net.SocketAddress;

/// What is known of the other end of a connection.
///
/// @param address where it is
/// @param transport the name of the transport's provider
/// @param encrypted whether nobody between can read along
/// @param addressProven whether the peer has shown that it receives at its address. Where it has
///     not, the connection is one request: one payload and the end of input arrive, one offer is
///     taken, and its owner closes it then
/// @param principal whom the transport itself vouches for (a client certificate, an SSH key), empty
///     for nobody
public record Peer(
    SocketAddress address,
    String transport,
    boolean encrypted,
    boolean addressProven,
    String principal) {}
