package kabar.client;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import kabar.api.Providers;
import kabar.api.Settings;
import kabar.api.store.Account;
import kabar.api.store.Store;
import kabar.domain.ChatLimits;
import kabar.domain.ChatPlan;
import kabar.domain.ChatRules;
import kabar.domain.ChatServer;
import kabar.domain.Clockwork;
import kabar.domain.ListenUrl;
import kabar.domain.memory.MemoryStoreProvider;
import kabar.protocol.LogoutForm;
import org.jspecify.annotations.Nullable;

/// The real server in virtual time, whose store survives when it is killed.
final class ModelServer {
  static final String PASSWORD = "surabaya";
  private static final int ACTOR = 1;
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

  private final VirtualTime time;
  private final ModelNet net;
  private final Store memory = new MemoryStoreProvider().open(Path.of(""), Settings.none());
  private final SlowStore slow;
  private @Nullable ChatServer server;
  private @Nullable HeldClockwork clockwork;

  ModelServer(VirtualTime time, ModelNet net, Random random, List<String> users) {
    this.time = time;
    this.net = net;
    this.slow = new SlowStore(memory, time, random);
    for (var user : users) {
      memory.addAccount(account(user)).toCompletableFuture().join();
    }
  }

  /// What is stored, whatever happens to the server.
  Store stored() {
    return memory;
  }

  boolean isUp() {
    return server != null;
  }

  void start() {
    var url = new ListenUrl(URI.create(net.server() + ":1"), LogoutForm.CHAT);
    var transports = Providers.of("transport", List.of(net.transports()));
    var limits = ChatLimits.from(Settings.of("limits", Map.of()), 1_000);
    var plan =
        new ChatPlan(
            List.of(url), limits, ChatRules.withDefaults(false), transports, _ -> Settings.none());
    var begun = new ChatServer(plan);
    var itsClockwork = new HeldClockwork();
    server = begun;
    clockwork = itsClockwork;
    InstantSource clock = () -> BEGIN.plusNanos(time.nanos());
    try {
      begun.start(slow.opened(), new PlainHasher(), clock, itsClockwork);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /// Ends without a word: all that is in memory is gone.
  void kill() {
    net.killServer();
    slow.kill();
    if (clockwork != null) {
      clockwork.close();
    }
    server = null;
  }

  /// Stops in good order, as far as that goes without waiting.
  void stop() {
    var running = server;
    if (running != null) {
      running.stop(Duration.ZERO);
      server = null;
    }
  }

  /// From now on no cursor handed out before is of any use.
  void forgetCursors() {
    slow.forgetCursors();
  }

  private static Account account(String user) {
    return new Account(user, "The " + user, "", "h:" + PASSWORD, Account.State.ACTIVE, BEGIN);
  }

  /// Lets the server's chores happen in virtual time.
  private final class HeldClockwork implements Clockwork {
    private boolean isClosed;

    @Override
    public CompletableFuture<Void> after(Duration delay) {
      var due = new CompletableFuture<Void>();
      time.at(
          time.nanos() + delay.toNanos(),
          ACTOR,
          () -> {
            if (!isClosed) {
              due.complete(null);
            }
          });
      return due;
    }

    @Override
    public long nanos() {
      return time.nanos();
    }

    @Override
    public void close() {
      isClosed = true;
    }
  }
}
