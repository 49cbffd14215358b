package kabar.client;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import kabar.api.Providers;
import kabar.api.Settings;
import kabar.api.store.Account;
import kabar.api.store.Store;
import kabar.api.transport.TransportProvider;
import kabar.domain.ChatLimits;
import kabar.domain.ChatPlan;
import kabar.domain.ChatRules;
import kabar.domain.ChatServer;
import kabar.domain.ListenUrl;
import kabar.domain.memory.MemoryStoreProvider;
import kabar.protocol.LogoutForm;
import kabar.transport.tcp.TcpTransportProvider;
import org.jspecify.annotations.Nullable;

/// The real server in this process, over TCP, whose store survives a restart.
final class TcpServer implements AutoCloseable {
  static final String PASSWORD = ModelServer.PASSWORD;
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

  private final Store store = new MemoryStoreProvider().open(Path.of(""), Settings.none());
  private URI address = URI.create("tcp://localhost:0");
  private @Nullable ChatServer server;

  TcpServer() {
    for (var user : ModelWorld.USERS) {
      var account = new Account(user, user, "", "h:" + PASSWORD, Account.State.ACTIVE, BEGIN);
      store.addAccount(account).toCompletableFuture().join();
    }
  }

  /// Listens, at the same port as before if it did.
  void start() throws IOException {
    var transports =
        Providers.of("transport", List.<TransportProvider>of(new TcpTransportProvider()));
    var plan =
        new ChatPlan(
            List.of(new ListenUrl(address, LogoutForm.CHAT)),
            ChatLimits.from(Settings.of("limits", Map.of()), 100),
            ChatRules.withDefaults(false),
            transports,
            _ -> Settings.none());
    var started = new ChatServer(plan);
    started.start(store, new PlainHasher(), InstantSource.system());
    server = started;
    address = started.addresses().getFirst();
  }

  void restart() throws IOException {
    close();
    start();
  }

  URI address() {
    return address;
  }

  @Override
  public void close() {
    if (server != null) {
      server.stop(Duration.ofSeconds(1));
      server = null;
    }
  }
}
