package kabar.domain;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
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
    return raw(address).map(InetAddress::getHostAddress).orElse(address.toString());
  }

  /// The one machine at an address, as text that is equal where the addresses are: without port and
  /// zone, and as IPv4 where that is only written as IPv6. Of another kind of address its text.
  static String host(SocketAddress address) {
    return ip(address).map(InetAddress::getHostAddress).orElse(address.toString());
  }

  /// The IP address without its zone, empty where there is none.
  static Optional<InetAddress> ip(SocketAddress address) {
    return raw(address).map(Place::plain);
  }

  private static Optional<InetAddress> raw(SocketAddress address) {
    return address instanceof InetSocketAddress socket
        ? Optional.ofNullable(socket.getAddress())
        : Optional.empty();
  }

  /// An IPv4 address that is mapped into IPv6 (RFC 4291 §2.5.5.2) is one of IPv4: who is asked on a
  /// socket for both must not be somebody else than on one for either.
  private static InetAddress plain(InetAddress ip) {
    try {
      return ip instanceof Inet6Address ? InetAddress.getByAddress(ip.getAddress()) : ip;
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address has the length of one", e);
    }
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
