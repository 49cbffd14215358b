package kabar.bench;

import java.util.Map;
import java.util.ServiceLoader;
import kabar.api.Providers;
import kabar.api.Settings;
import kabar.api.transport.Transport;
import kabar.api.transport.TransportProvider;

/// Transports as the programs have them, found by the scheme of their URLs.
final class Transports {
  static final String TCP = "tcp";
  static final String UDP = "udp";

  /// One thread for all connections over each, and time enough for a handshake on a bad way.
  private static final Map<String, Map<String, String>> SETTINGS =
      Map.of(TCP, Map.of("loops", "1"), UDP, Map.of("connect-timeout", "30s"));

  private Transports() {}

  /// Makes one, which opens nothing yet.
  static Transport make(String scheme) {
    var settings = Settings.of(scheme, SETTINGS.getOrDefault(scheme, Map.of()));
    return Providers.of("transport", ServiceLoader.load(TransportProvider.class))
        .ask(scheme, provider -> provider.create(settings));
  }
}
