package kabar.domain;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import kabar.api.Settings;
import kabar.api.store.Account;
import kabar.api.store.Store;
import kabar.domain.memory.MemoryStoreProvider;

/// The three users of the original programs.
final class DemoUsers {
  static final String PASSWORD = "surabaya";
  static final Account MESSI = account("messi", "Lionel Messi", "Argentina");
  static final Account HENDERSON = account("henderson", "Jordan Henderson", "Inggris");
  static final Account LINEKER = account("lineker", "Gary Lineker", "Inggris");

  private DemoUsers() {}

  /// A new store in memory with the three.
  static Store store() {
    var store = new MemoryStoreProvider().open(Path.of(""), Settings.none());
    for (var account : List.of(MESSI, HENDERSON, LINEKER)) {
      store.addAccount(account).toCompletableFuture().join();
    }
    return store;
  }

  private static Account account(String user, String displayName, String country) {
    return new Account(
        user,
        displayName,
        country,
        FakeHasher.hashOf(PASSWORD),
        Account.State.ACTIVE,
        Instant.parse("2026-01-01T00:00:00Z"));
  }
}
