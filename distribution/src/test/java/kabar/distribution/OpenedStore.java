package kabar.distribution;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import kabar.api.Settings;
import kabar.api.store.Account;
import kabar.api.store.StoreProvider;

/// Adds accounts to the SQLite store of an image, on the class path of that image's Java.
final class OpenedStore {

  private OpenedStore() {}

  /// Opens a store and adds accounts.
  ///
  /// @param args the folder of the store, then the names of users
  public static void main(String[] args) {
    var users = List.of(args).subList(1, args.length);
    try (var store = sqlite().open(Path.of(args[0]), Settings.none())) {
      users.forEach(user -> store.addAccount(account(user)).toCompletableFuture().join());
    }
  }

  /// Adds accounts to the store of a server that has stopped, in a process of its own.
  static void run(Path data, String... users) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(Image.home().resolve("bin/java").toString()));
    command.addAll(
        List.of(
            "-Dorg.sqlite.lib.path=" + Image.home().resolve("lib/kabar"),
            "--enable-native-access=org.xerial.sqlitejdbc",
            "--add-modules",
            "kabar.store.sqlite",
            "-cp",
            Image.project().resolve("distribution/target/test-classes").toString(),
            OpenedStore.class.getName(),
            data.toString()));
    command.addAll(List.of(users));
    var outcome = Image.run(data.getParent(), Map.of(), command.toArray(String[]::new));
    if (outcome.exitCode() != 0) {
      throw new AssertionError("the store was not opened: " + outcome.output());
    }
  }

  private static StoreProvider sqlite() {
    return ServiceLoader.load(StoreProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(it -> it.name().equals("sqlite"))
        .findFirst()
        .orElseThrow();
  }

  private static Account account(String user) {
    return new Account(user, user, "", "no hash", Account.State.ACTIVE, Instant.EPOCH);
  }
}
