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
              "pbkdf2-sha256$600000$nwfYWHlwgPy1jMXb8sIqdg$o"
                  + "ZiF/4gCfYuHdwYAXzhXaNdWj4eHDncmdcOg2Ga2Ym0"),
          new User(
              "henderson",
              "Jordan Henderson",
              "Inggris",
              "pbkdf2-sha256$600000$v4Im471zQBtiQPtKCd9MaQ$j"
                  + "ubGhSRbtFnUJmi2luB8eLTStZOe4QFmlMGJttm3f8c"),
          new User(
              "lineker",
              "Gary Lineker",
              "Inggris",
              "pbkdf2-sha256$600000$2ObbgNyNwSPAFwqEUo++MQ$u"
                  + "ivAkiky5+N2Aqe4zbl1xT4NqJbukQmRJQk6XyR+i6k"));

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
