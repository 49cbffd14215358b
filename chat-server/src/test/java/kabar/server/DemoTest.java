package kabar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import kabar.api.Settings;
import kabar.api.SettingsException;
import kabar.api.store.Account;
import kabar.api.store.Store;
import kabar.domain.ListenUrl;
import kabar.domain.Plugins;
import kabar.protocol.LogoutForm;
import org.junit.jupiter.api.Test;

class DemoTest {
  private final Store store = Plugins.stores().get("memory").open(Path.of("."), Settings.none());

  @Test
  void addsTheThreeUsersOnce() {
    Demo.addAccounts(store);
    Demo.addAccounts(store);

    assertThat(store.accounts("", 10).toCompletableFuture().join().items())
        .extracting(Account::user)
        .containsExactly("henderson", "lineker", "messi");
  }

  @Test
  void refusesAStoreWithSomebodyElse() {
    store.addAccount(new Account("alice", "Alice", "", "")).toCompletableFuture().join();

    assertThatThrownBy(() -> Demo.addAccounts(store))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("'alice'");
    assertThat(store.account("messi").toCompletableFuture().join()).isEmpty();
  }

  @Test
  void refusesAddressesThatOthersCanReach() {
    assertThatThrownBy(() -> Demo.requireLoopback(List.of(url("tcp://0.0.0.0:0"))))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("tcp://0.0.0.0:0");

    Demo.requireLoopback(
        List.of(url("tcp://localhost:0"), url("tcp://127.0.0.1:0"), url("tcp://[::1]:0")));
  }

  private static ListenUrl url(String text) {
    return ListenUrl.parse(text, LogoutForm.CHAT);
  }
}
