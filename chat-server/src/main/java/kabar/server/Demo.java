package kabar.server;

import java.time.Instant;
import java.util.List;
import kabar.api.Providers;
import kabar.api.SettingsException;
import kabar.api.store.Account;
import kabar.api.store.Store;
import kabar.api.transport.TransportProvider;
import kabar.domain.ListenUrl;

/// The three users of the original chat programs, for trying things out on one machine. Everybody
/// knows their password, so that nobody else may reach them.
final class Demo {
  static final String PASSWORD = "surabaya";

  /// The hashes are constants, so that a start need not compute them.
  static final List<User> USERS =
      List.of(
          new User(
              "messi",
              "Lionel Messi",
              "Argentina",
              "$argon2id$v=19$m=19456,t=2,p=1$wrDKFAVrduKUIGoWe3+F/w$"
                  + "pDjAncnnp724VRO2q1ljHJDhJILXnoFld3bQ/UFtoxE"),
          new User(
              "henderson",
              "Jordan Henderson",
              "Inggris",
              "$argon2id$v=19$m=19456,t=2,p=1$D6oAbIy6sA0+oEnupHcRfg$"
                  + "qqE8Odm7xTldtqXxU6EzfCGMoeGMuq/Fj/Z0jWrWUu0"),
          new User(
              "lineker",
              "Gary Lineker",
              "Inggris",
              "$argon2id$v=19$m=19456,t=2,p=1$HZkJv58+hN/jnp0ysGAEAw$"
                  + "wRqNZnDEYYJ9iYt+BvmLPRS6nTmI+HSd26byo/KmJCk"));

  /// What is told of a user before there is an account.
  record User(String name, String displayName, String country, String passwordHash) {

    private Account accountMadeAt(Instant now) {
      return new Account(name, displayName, country, passwordHash, Account.State.ACTIVE, now);
    }
  }

  private Demo() {}

  /// Refuses addresses that others can reach.
  ///
  /// @throws SettingsException naming the first
  static void requireLocal(List<ListenUrl> urls, Providers<TransportProvider> transports) {
    for (var url : urls) {
      if (!transports.ask(url.transport(), it -> it.isLocal(url.address()))) {
        throw new SettingsException(
            "listen: cannot use '%s' with --demo, whose password everybody knows (expected a"
                    .formatted(url.address())
                + " loopback address such as localhost)");
      }
    }
  }

  /// Adds the users that are missing.
  ///
  /// @param now when their accounts are made
  /// @throws SettingsException if somebody else has an account there
  static void addAccounts(Store store, Instant now) {
    var names = USERS.stream().map(User::name).toList();
    var present = store.accounts("", names.size() + 1).toCompletableFuture().join().items();
    for (var account : present) {
      if (!names.contains(account.user())) {
        throw new SettingsException(
            "data: cannot use this folder for --demo, because it holds other accounts, such as '%s'"
                    .formatted(account.user())
                + " (expected a folder of the demo's own)");
      }
    }
    for (var user : USERS) {
      store.addAccount(user.accountMadeAt(now)).toCompletableFuture().join();
    }
  }
}
