package kabar.domain;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.Optional;

/// Where a peer is, as limits by address see it. Whoever has one IPv6 address has at least the 2^64
/// around it (RFC 6177), so that these are one place.
///
/// @param name an IPv4 address, the first 64 bits of an IPv6 address as `2001:db8:0:0::/64`, or the
///     text of an address of another kind
record Place(String name) {
  private static final int NETWORK_BYTES = 8;

  static Place of(SocketAddress address) {
    return new Place(
        switch (ip(address).orElse(null)) {
          case null -> address.toString();
          case Inet6Address ip -> network(ip) + "/64";
          case InetAddress ip -> ip.getHostAddress();
        });
  }

  /// An address for people, without its port.
  static String text(SocketAddress address) {
    return ip(address).map(InetAddress::getHostAddress).orElse(address.toString());
  }

  /// The IP address, empty where there is none.
  static Optional<InetAddress> ip(SocketAddress address) {
    return address instanceof InetSocketAddress socket
        ? Optional.ofNullable(socket.getAddress())
        : Optional.empty();
  }

  private static String network(Inet6Address ip) {
    var bytes = Arrays.copyOf(ip.getAddress(), NETWORK_BYTES);
    var text = new StringBuilder();
    for (int i = 0; i < NETWORK_BYTES; i += 2) {
      text.append(Integer.toHexString(((bytes[i] & 0xff) << 8) | (bytes[i + 1] & 0xff)))
          .append(':');
    }
    return text.append(':').toString();
  }
}
