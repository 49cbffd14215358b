package kabar.api.transport;

import kabar.api.Provider;
import kabar.api.Settings;

/// Makes a transport. Its {@link #name} is the scheme of the URLs that the transport serves: `tcp`.
public interface TransportProvider extends Provider {

  /// A transport with these settings. What all transports understand is read by
  /// {@link TransportLimits#from}; the rest is the provider's own.
  ///
  /// - Creating a transport opens nothing.
  /// - A setting that the provider does not know is refused.
  ///
  /// @throws kabar.api.SettingsException if a setting is unknown or cannot be used
  Transport create(Settings settings);
}
