package kabar.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import kabar.api.Provider;
import kabar.api.Providers;
import kabar.api.transport.Listener.Stopped;
import kabar.domain.ChatServer;
import kabar.server.control.ControlSocket;
import kabar.server.metrics.Health;
import kabar.server.metrics.ServerMeters;
import kabar.server.metrics.ServerMeters.Hashing;
import kabar.server.operation.Operations;
import kabar.server.operation.Site;

/// Everything that a running server consists of: data folder, metrics, store, hasher, the
/// listeners and, last, the operator's socket. Stops in reverse order, every step of it, whatever
/// fails on the way.
final class RunningServer {
  private static final System.Logger LOG = System.getLogger(RunningServer.class.getName());

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final Path data;
  private final Duration grace;
  private final int maxConnections;
  private final ChatServer chat;
  private final Telemetry telemetry;
  private volatile Health health = Health.STARTING;

  /// Held as long as the server runs, see there.
  @SuppressWarnings("unused")
  private final Logs logs;

  /// Opens everything, or nothing.
  ///
  /// @throws IOException if an address cannot be had
  /// @throws kabar.api.SettingsException if a setting cannot be used
  /// @throws kabar.api.ProviderException if a provider is missing or cannot be loaded
  RunningServer(ServerPlan plan) throws IOException {
    var configuration = plan.configuration();
    this.logs = new Logs(configuration.section("log"));
    this.maxConnections = plan.chat().limits().maxConnections();
    this.grace = configuration.section("stop").get(ServerOptions.GRACE);
    this.telemetry = Telemetry.of(configuration.section("metrics"));
    this.chat = new ChatServer(plan.chat(), telemetry::around);
    try {
      var folder = keep(DataFolder.open(plan.data()));
      this.data = folder.path();
      keep(telemetry).open(() -> health);
      start(plan);
      health = Health.READY;
    } catch (IOException | RuntimeException e) {
      closeOpened();
      throw e;
    }
    tellStrangers(configuration.leftAlone());
    plan.plugins().stores().stream().forEach(it -> tellProvider("store", it));
    plan.plugins().transports().stream().forEach(it -> tellProvider("transport", it));
  }

  List<URI> addresses() {
    return chat.addresses();
  }

  /// The code that admits the first account, empty if there are accounts.
  Optional<String> ownerCode() {
    return chat.ownerCode();
  }

  Path data() {
    return data;
  }

  /// Where metrics are, empty if nowhere.
  Optional<URI> metricsUrl() {
    return telemetry.url();
  }

  int maxConnections() {
    return maxConnections;
  }

  /// Finishes what runs, within the grace period, and closes everything.
  Stopped stop() {
    health = Health.DRAINING;
    try {
      return chat.stop(grace);
    } finally {
      closeOpened();
    }
  }

  private void start(ServerPlan plan) throws IOException {
    var name = plan.store().name();
    var settings = plan.configuration().section("store", name);
    var store = keep(plan.plugins().stores().ask(name, it -> it.open(data, settings)));
    var clock = InstantSource.system();
    if (plan.isDemo()) {
      Demo.addAccounts(store, clock.instant());
    }
    var hasher = keep(new Argon2Hasher(plan.hashing()));
    chat.start(store, hasher, clock);
    telemetry.bind(
        new ServerMeters(chat, name, store, new Hashing(hasher::waiting, hasher::refused)));
    var site =
        new Site(
            data,
            name,
            store,
            clock,
            chat.administration(),
            addresses(),
            plan.configuration(),
            limitHits());
    keep(ControlSocket.open(data, Version.text(), Operations.of(site)));
  }

  private Map<String, LongSupplier> limitHits() {
    var hits = new HashMap<>(chat.limitHits());
    hits.put("connections", () -> chat.refusedConnections() + chat.evictedConnections());
    return hits;
  }

  private static void tellStrangers(List<String> variables) {
    if (!variables.isEmpty()) {
      LOG.log(
          System.Logger.Level.INFO,
          "variables of the environment that are no settings: {0}",
          String.join(", ", variables));
    }
  }

  private static void tellProvider(String kind, Provider provider) {
    LOG.log(System.Logger.Level.INFO, Providers.origin(kind, provider));
  }

  private <C extends AutoCloseable> C keep(C closeable) {
    opened.push(closeable);
    return closeable;
  }

  private void closeOpened() {
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        LOG.log(System.Logger.Level.WARNING, "a part of the server did not close cleanly", e);
      }
    }
  }
}
