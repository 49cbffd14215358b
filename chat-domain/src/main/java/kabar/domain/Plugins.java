package kabar.domain;

import java.util.ServiceLoader;
import kabar.api.Providers;
import kabar.api.store.StoreProvider;
import kabar.api.transport.TransportProvider;

/// Finds the providers on the module path.
public final class Plugins {

  private Plugins() {}

  /// Every transport there is.
  ///
  /// @throws kabar.api.ProviderException if two share a name, or one cannot be loaded
  public static Providers<TransportProvider> transports() {
    return Providers.of("transport", ServiceLoader.load(TransportProvider.class));
  }

  /// Every store there is.
  ///
  /// @throws kabar.api.ProviderException if two share a name, or one cannot be loaded
  public static Providers<StoreProvider> stores() {
    return Providers.of("store", ServiceLoader.load(StoreProvider.class));
  }
}
