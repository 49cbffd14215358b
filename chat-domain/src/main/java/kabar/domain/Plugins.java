package kabar.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import kabar.api.Provider;
import kabar.api.ProviderException;
import kabar.api.Providers;
import kabar.api.store.StoreProvider;
import kabar.api.transport.TransportProvider;

/// Finds the providers: those of the program's own modules, then those of each further layer.
public final class Plugins {
  private final List<ModuleLayer> layers;

  private Plugins(List<ModuleLayer> layers) {
    this.layers = List.copyOf(layers);
  }

  /// Those that were there when the program was built.
  public static Plugins builtIn() {
    return with(List.of());
  }

  /// The same and what was dropped in since.
  ///
  /// @param layers one per plug-in
  public static Plugins with(List<ModuleLayer> layers) {
    return new Plugins(layers);
  }

  /// Every transport there is.
  ///
  /// @throws ProviderException if two share a name, or one cannot be loaded
  public Providers<TransportProvider> transports() {
    return providers("transport", TransportProvider.class);
  }

  /// Every store there is.
  ///
  /// @throws ProviderException if two share a name, or one cannot be loaded
  public Providers<StoreProvider> stores() {
    return providers("store", StoreProvider.class);
  }

  private <P extends Provider> Providers<P> providers(String kind, Class<P> service) {
    var builtIn = Providers.of(kind, ServiceLoader.load(service));
    var found = new ArrayList<P>(builtIn.stream().toList());
    for (var layer : layers) {
      found.addAll(load(kind, service, layer));
    }
    return Providers.of(kind, found);
  }

  /// A layer sees the services of its parents too; those are not taken twice.
  private static <P> List<P> load(String kind, Class<P> service, ModuleLayer layer) {
    try {
      return ServiceLoader.load(layer, service).stream()
          .filter(provider -> layer.equals(provider.type().getModule().getLayer()))
          .map(ServiceLoader.Provider::get)
          .toList();
    } catch (ServiceConfigurationError e) {
      var cause = e.getCause() == null ? "" : " (%s)".formatted(e.getCause());
      throw new ProviderException(
          "%s: the plug-in %s cannot be loaded: %s%s"
              .formatted(kind, describe(layer), e.getMessage(), cause),
          e);
    }
  }

  /// The modules of a layer and where they are.
  private static String describe(ModuleLayer layer) {
    return String.join(
        ", ",
        layer.configuration().modules().stream()
            .map(it -> it.name() + it.reference().location().map(at -> " from " + at).orElse(""))
            .sorted()
            .toList());
  }
}
