package kabar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import kabar.api.Providers;
import kabar.api.Settings;
import kabar.api.SettingsException;
import kabar.api.store.Account;
import kabar.api.store.Store;
import kabar.api.transport.Transport;
import kabar.api.transport.TransportProvider;
import kabar.domain.ListenUrl;
import kabar.domain.Plugins;
import kabar.protocol.LogoutForm;
import org.junit.jupiter.api.Test;

class DemoTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final Providers<TransportProvider> TRANSPORTS =
      Providers.of("transport", List.of(new NoTransport("tcp")));

  private final Store store =
      Plugins.builtIn().stores().get("memory").open(Path.of("."), Settings.none());

  @Test
  void addsTheThreeUsersOnce() {
    Demo.addAccounts(store, NOW);
    Demo.addAccounts(store, NOW);

    assertThat(store.accounts("", 10).toCompletableFuture().join().items())
        .extracting(Account::user)
        .containsExactly("henderson", "lineker", "messi");
  }

  @Test
  void refusesAStoreWithSomebodyElse() {
    var alice = new Account("alice", "Alice", "", "", Account.State.ACTIVE, NOW);
    store.addAccount(alice).toCompletableFuture().join();

    assertThatThrownBy(() -> Demo.addAccounts(store, NOW))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("'alice'");
    assertThat(store.account("messi").toCompletableFuture().join()).isEmpty();
  }

  @Test
  void refusesAddressesThatOthersCanReach() {
    assertThatThrownBy(() -> Demo.requireLocal(List.of(url("tcp://0.0.0.0:0")), TRANSPORTS))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("tcp://0.0.0.0:0");

    Demo.requireLocal(
        List.of(url("tcp://localhost:0"), url("tcp://127.0.0.1:0"), url("tcp://[::1]:0")),
        TRANSPORTS);
  }

  private static ListenUrl url(String text) {
    return ListenUrl.parse(text, LogoutForm.CHAT);
  }

  /// Leaves what is local to the interface.
  private record NoTransport(String name) implements TransportProvider {

    @Override
    public Transport create(Settings settings) {
      throw new UnsupportedOperationException();
    }
  }
}
