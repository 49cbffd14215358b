package kabar.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import kabar.api.Providers;
import kabar.api.Settings;
import kabar.api.store.Progress;
import kabar.api.store.Store;
import kabar.api.store.StoreProvider;

/// A store on disk, opened without its server.
final class StoredMail {
  private static final int PAGE = 1_000;

  private StoredMail() {}

  /// Opens the store in a folder.
  static Store open(Path folder, Settings settings) {
    return Providers.of("store", ServiceLoader.load(StoreProvider.class))
        .ask(Kabard.DURABLE_STORE, provider -> provider.open(folder, settings));
  }

  /// Reads the whole log and compares it.
  ///
  /// @throws BenchException if the store itself finds that it is damaged
  static LetterCheck.Findings check(Path folder, List<Track> tracks) throws BenchException {
    var check = new LetterCheck(tracks);
    try (var store = open(folder, Settings.none())) {
      boolean more = true;
      for (long after = 0; more; ) {
        var page = store.log(after, PAGE).toCompletableFuture().join();
        for (var message : page.items()) {
          check.add(message.from(), message.to(), message.text());
          after = message.id();
        }
        more = page.more();
      }
      requireSound(store);
    }
    return check.ofAll();
  }

  private static void requireSound(Store store) throws BenchException {
    if (store.maintenance().isPresent()) {
      var verification = store.maintenance().get().verify(Progress.IGNORED);
      if (!verification.isSound()) {
        throw new BenchException("the store is damaged: " + verification.faults());
      }
    }
  }
}
