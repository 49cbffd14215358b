package kabar.server.metrics;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.regex.Pattern;
import kabar.api.SettingsException;

/// Where metrics and health are served.
///
/// @param socket an address that only this machine reaches, unless that was allowed
public record MetricsAddress(InetSocketAddress socket) {
  /// A name or IPv4 address, or an IPv6 address in brackets; then the port.
  private static final Pattern HOST_AND_PORT = Pattern.compile("(\\[[^]]+]|[^:]+):(\\d{1,5})");

  private static final int LAST_PORT = 65_535;

  /// Reads `HOST:PORT`, where port 0 stands for any that is free.
  ///
  /// @param isOpenToOthers whether it may be an address that other machines reach
  /// @throws SettingsException if it is written otherwise, nobody knows the host, or others reach
  /// it
  public static MetricsAddress parse(String text, boolean isOpenToOthers) {
    var parts = HOST_AND_PORT.matcher(text);
    if (!parts.matches() || Integer.parseInt(parts.group(2)) > LAST_PORT) {
      throw unusable(text, "expected off, or HOST:PORT as 127.0.0.1:9889");
    }
    var address = resolve(text, parts.group(1));
    if (!address.isLoopbackAddress() && !isOpenToOthers) {
      throw unusable(
          text, "expected a loopback address such as 127.0.0.1, or metrics.insecure=true");
    }
    return new MetricsAddress(new InetSocketAddress(address, Integer.parseInt(parts.group(2))));
  }

  private static InetAddress resolve(String text, String host) {
    try {
      return InetAddress.getByName(host);
    } catch (IOException e) {
      throw unusable(text, "expected an address of this machine, such as 127.0.0.1:9889");
    }
  }

  private static SettingsException unusable(String text, String expected) {
    return new SettingsException("metrics.address: cannot use '%s' (%s)".formatted(text, expected));
  }
}
