package kabar.api.transport;

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

/// Where a transport over the Internet Protocol listens or connects to: `tcp://host:port`.
///
/// @param scheme the name of the transport's provider
/// @param host as written, without the brackets of an IPv6 address
/// @param port 0..65535
public record InternetAddress(String scheme, String host, int port) {
  private static final System.Logger LOG = System.getLogger(InternetAddress.class.getName());

  /// Reads a URL that has scheme, host and port and nothing else.
  ///
  /// @throws SettingsException saying what is expected
  public static InternetAddress parse(String scheme, URI uri) {
    var host = uri.getHost();
    int port = uri.getPort();
    var path = uri.getRawPath();
    var isPlain =
        uri.getRawUserInfo() == null
            && (path == null || path.isEmpty() || path.equals("/"))
            && uri.getRawQuery() == null
            && uri.getRawFragment() == null;
    if (!scheme.equals(uri.getScheme()) || host == null || port < 0 || port > 65_535 || !isPlain) {
      throw new SettingsException(
          "cannot use '%s' (expected %s://HOST:PORT with a port of 0..65535)"
              .formatted(uri, scheme));
    }
    return new InternetAddress(scheme, host.replaceAll("[\\[\\]]", ""), port);
  }

  /// The URL of this address.
  public URI uri() {
    return withPort(port);
  }

  /// The URL of this address with another port.
  public URI withPort(int actualPort) {
    var written = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("%s://%s:%d".formatted(scheme, written, actualPort));
  }

  /// Every address that the host stands for. `localhost` always stands for 127.0.0.1 and, where the
  /// machine has it, ::1 (RFC 6761 §6.3), whatever the machine's name files say. May ask the
  /// name service.
  ///
  /// @throws UnknownHostException if there is no such host, by its name
  public List<InetSocketAddress> resolve() throws IOException {
    var resolved = new ArrayList<InetSocketAddress>();
    for (var address : host.equals("localhost") ? loopback() : lookUp()) {
      resolved.add(new InetSocketAddress(address, port));
    }
    return resolved;
  }

  /// Refuses an address that other machines reach, as a wire without encryption has to unless its
  /// user has allowed it.
  ///
  /// @param insecure whether that is allowed; then nothing is refused, and the log says what it
  ///     means
  /// @throws SettingsException naming the setting that allows it
  /// @throws IOException if there is no such host, by its name
  public void requireLoopback(boolean insecure) throws IOException {
    if (isLoopback()) {
      return;
    }
    if (!insecure) {
      throw new SettingsException(
          "cannot listen at '%s': %s is not encrypted, so that only this machine may reach it"
                  .formatted(uri(), scheme)
              + " (expected a loopback address such as localhost, or transport.%s.insecure=true)"
                  .formatted(scheme));
    }
    LOG.log(
        System.Logger.Level.WARNING,
        "{0} is not encrypted: passwords and messages can be read on the way",
        uri());
  }

  private boolean isLoopback() throws IOException {
    try {
      return resolve().stream().allMatch(it -> it.getAddress().isLoopbackAddress());
    } catch (UnknownHostException e) {
      throw Binding.cannotListen(this, e);
    }
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
