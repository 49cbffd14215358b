package kabar.distribution;

import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import kabar.api.Settings;
import kabar.api.store.StoreProvider;

/// Opens the SQLite store of an image, on the class path of that image's Java.
final class OpenedStore {

  private OpenedStore() {}

  /// Opens a store and tells where it stands.
  ///
  /// @param args the folder of the store
  public static void main(String[] args) {
    var provider =
        ServiceLoader.load(StoreProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(it -> it.name().equals("sqlite"))
            .findFirst()
            .orElseThrow();
    try (var store = provider.open(Path.of(args[0]), Settings.of("store.sqlite", Map.of()))) {
      System.out.println("opened at " + store.cursor().position());
    }
  }
}
