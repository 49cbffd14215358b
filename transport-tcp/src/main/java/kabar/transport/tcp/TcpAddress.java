package kabar.transport.tcp;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import kabar.api.SettingsException;

/// Host and port of a `tcp://` URL.
///
/// @param host as written, without the brackets of an IPv6 address
/// @param port 0..65535
record TcpAddress(String host, int port) {
  static final String SCHEME = "tcp";

  /// Reads a URL that has scheme, host and port and nothing else.
  ///
  /// @throws SettingsException saying what is expected
  static TcpAddress parse(URI uri) {
    var host = uri.getHost();
    int port = uri.getPort();
    var path = uri.getRawPath();
    var isPlain =
        uri.getRawUserInfo() == null
            && (path == null || path.isEmpty() || path.equals("/"))
            && uri.getRawQuery() == null
            && uri.getRawFragment() == null;
    if (!SCHEME.equals(uri.getScheme()) || host == null || port < 0 || port > 65_535 || !isPlain) {
      throw new SettingsException(
          "cannot use '%s' (expected tcp://HOST:PORT with a port of 0..65535)".formatted(uri));
    }
    return new TcpAddress(host.replaceAll("[\\[\\]]", ""), port);
  }

  /// The URL of this address with another port.
  URI withPort(int actualPort) {
    var written = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("%s://%s:%d".formatted(SCHEME, written, actualPort));
  }

  /// Every address that the host stands for. `localhost` always stands for 127.0.0.1 and, where the
  /// machine has it, ::1 (RFC 6761 §6.3), whatever the machine's name files say.
  List<InetSocketAddress> resolve() throws IOException {
    var resolved = new ArrayList<InetSocketAddress>();
    for (var address : host.equals("localhost") ? loopback() : lookUp()) {
      resolved.add(new InetSocketAddress(address, port));
    }
    return resolved;
  }

  private List<InetAddress> lookUp() throws UnknownHostException {
    try {
      return List.of(InetAddress.getAllByName(host));
    } catch (UnknownHostException e) {
      throw new UnknownHostException("no host '%s' is known".formatted(host));
    }
  }

  private static List<InetAddress> loopback() throws IOException {
    var v4 = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
    var v6Bytes = new byte[16];
    v6Bytes[15] = 1;
    var v6 = Inet6Address.getByAddress("localhost", v6Bytes);
    return NetworkInterface.getByInetAddress(v6) == null ? List.of(v4) : List.of(v4, v6);
  }
}
