package kabar.tui.line;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
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
import kabar.domain.PasswordHasher;
import kabar.domain.memory.MemoryStoreProvider;
import kabar.protocol.LogoutForm;

/// A whole server in this process with the three demo users, in memory.
public final class DemoServer implements AutoCloseable {
  private static final String PASSWORD = "surabaya";

  private final Store store = new MemoryStoreProvider().open(Path.of(""), Settings.none());
  private final TransportProvider transport;
  private ChatServer server;

  public DemoServer(TransportProvider transport, String url, String dialect) throws IOException {
    addAccount("messi", "Lionel Messi", "Argentina");
    addAccount("henderson", "Jordan Henderson", "Inggris");
    addAccount("lineker", "Gary Lineker", "Inggris");
    this.transport = transport;
    this.server = start(ListenUrl.parse(url, LogoutForm.parse(dialect).orElseThrow()));
  }

  public URI address() {
    return server.addresses().getFirst();
  }

  /// The code of an invite.
  public String invite() {
    return server.administration().invite("").toCompletableFuture().join().code();
  }

  /// Goes away. What it stored is kept.
  public void stop() {
    server.stop(Duration.ZERO);
  }

  /// Comes back at an address that it had before.
  public void restart(URI address) throws IOException {
    server = start(ListenUrl.parse(address.toString(), LogoutForm.CHAT));
  }

  private ChatServer start(ListenUrl listen) throws IOException {
    var starting =
        new ChatServer(
            new ChatPlan(
                List.of(listen),
                ChatLimits.from(Settings.of("limits", Map.of("messages", "off")), 100),
                ChatRules.withDefaults(true),
                Providers.of("transport", List.of(transport)),
                _ -> Settings.none()));
    starting.start(store, new PlainHasher(), InstantSource.fixed(Instant.EPOCH));
    return starting;
  }

  @Override
  public void close() {
    server.stop(Duration.ZERO);
    store.close();
  }

  private void addAccount(String user, String displayName, String country) {
    store
        .addAccount(
            new Account(user, displayName, country, PASSWORD, Account.State.ACTIVE, Instant.EPOCH))
        .toCompletableFuture()
        .join();
  }

  /// A password is its own hash.
  private record PlainHasher() implements PasswordHasher {

    @Override
    public CompletionStage<String> hash(String password) {
      return CompletableFuture.completedStage(password);
    }

    @Override
    public CompletionStage<Verdict> verify(String password, String hash) {
      return CompletableFuture.completedStage(
          password.equals(hash) ? Verdict.RIGHT : Verdict.WRONG);
    }

    @Override
    public CompletionStage<Verdict> reject(String password) {
      return CompletableFuture.completedStage(Verdict.WRONG);
    }

    @Override
    public boolean knows(String hash) {
      return true;
    }
  }
}
