package kabar.api.transport;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import kabar.api.Provider;
import kabar.api.Settings;

/// Makes a transport. Its {@link #name} is the scheme of the URLs that the transport serves: `tcp`.
public interface TransportProvider extends Provider {

  /// A transport with these settings. What all transports understand is read by
  /// {@link TransportLimits#from}; the rest is the provider's own.
  ///
  /// - Creating a transport opens nothing.
  /// - A setting that the provider does not know is refused.
  /// - An option that the provider lists is accepted with its default.
  /// - A value that is not of the form of its option is refused.
  ///
  /// @throws kabar.api.SettingsException if a setting is unknown or cannot be used
  Transport create(Settings settings);

  /// Whether nobody but users of this machine can reach a listener at a URL. The demo, whose
  /// password everybody knows, listens nowhere else. Unless overridden, whether the URL's host is a
  /// loopback address. May ask the name service.
  ///
  /// - A URL that only this machine can reach is told to be local, another is not.
  default boolean isLocal(URI uri) {
    var host = uri.getHost();
    try {
      return host != null
          && (host.equals("localhost") || InetAddress.getByName(host).isLoopbackAddress());
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
