package kabar.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import kabar.api.Provider;
import kabar.api.Providers;
import kabar.api.Settings;
import kabar.api.store.StoreProvider;
import kabar.api.transport.Listener.Stopped;
import kabar.api.transport.TransportProvider;
import kabar.domain.ChatLimits;
import kabar.domain.ChatPlan;
import kabar.domain.ChatServer;
import kabar.domain.ListenUrl;
import kabar.domain.Plugins;
import kabar.server.metrics.Health;
import kabar.server.metrics.ServerMeters;

/// Everything that a running server consists of: data folder, metrics, store, hasher and, last,
/// the listeners. Stops in reverse order, every step of it, whatever fails on the way.
final class RunningServer {
  private static final System.Logger LOG = System.getLogger(RunningServer.class.getName());
  private static final String STORE = "memory";

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

  /// What the command line asks for.
  ///
  /// @param urls where to listen
  /// @param data the data folder
  /// @param isDemo whether there are the demo users and nobody else
  /// @param metrics where to tell metrics and health, as `HOST:PORT`, or `off`
  /// @param plugins what there is to do it with
  record Wish(
      List<ListenUrl> urls,
      Path data,
      boolean isDemo,
      String metrics,
      Configuration configuration,
      Plugins plugins) {}

  /// Opens everything, or nothing.
  ///
  /// @throws IOException if an address cannot be had
  /// @throws kabar.api.SettingsException if a setting cannot be used
  /// @throws kabar.api.ProviderException if a provider is missing or cannot be loaded
  RunningServer(Wish wish) throws IOException {
    var configuration = wish.configuration();
    var plan = plan(wish);
    this.logs = new Logs(configuration.section("log"));
    if (wish.isDemo()) {
      Demo.requireLocal(wish.urls(), plan.transports());
    }
    this.maxConnections = plan.limits().maxConnections();
    this.grace = grace(configuration.section("stop"));
    this.telemetry = Telemetry.of(wish.metrics(), configuration.section("metrics"));
    this.chat = new ChatServer(plan, telemetry::around);
    checkUnused(wish, plan);
    var stores = wish.plugins().stores();
    try {
      var folder = keep(DataFolder.open(wish.data()));
      this.data = folder.path();
      keep(telemetry).open(() -> health);
      start(wish, stores);
      health = Health.READY;
    } catch (IOException | RuntimeException e) {
      closeOpened();
      throw e;
    }
    stores.stream().forEach(it -> logProvider("store", it));
    plan.transports().stream().forEach(it -> logProvider("transport", it));
  }

  List<URI> addresses() {
    return chat.addresses();
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

  private void start(Wish wish, Providers<StoreProvider> stores) throws IOException {
    var settings = wish.configuration().section("store." + STORE);
    var store = keep(stores.ask(STORE, it -> it.open(data, settings)));
    var clock = InstantSource.system();
    if (wish.isDemo()) {
      Demo.addAccounts(store, clock.instant());
    }
    var hasher = keep(new Pbkdf2Hasher());
    chat.start(store, hasher, clock);
    telemetry.bind(new ServerMeters(chat, STORE, store, hasher::waiting));
  }

  private static ChatPlan plan(Wish wish) {
    var transports = wish.plugins().transports();
    var configuration = wish.configuration();
    configuration.rejectSectionsBut(sections(transports));
    int room = OpenFiles.connections(OpenFiles.limit());
    return new ChatPlan(
        wish.urls(),
        ChatLimits.from(configuration.section("limits"), room),
        revealsUnknownUsers(configuration.section("login"), wish.isDemo()),
        transports,
        name -> configuration.section("transport." + name));
  }

  /// Settings of a transport that nobody listens with are looked at too: making one opens nothing.
  private static void checkUnused(Wish wish, ChatPlan plan) {
    var used = wish.urls().stream().map(ListenUrl::transport).toList();
    plan.transports().stream()
        .map(TransportProvider::name)
        .filter(name -> !used.contains(name))
        .filter(name -> wish.configuration().hasSection("transport." + name))
        .forEach(name -> plan.transports().ask(name, it -> tryOut(it, plan)));
  }

  private static boolean tryOut(TransportProvider provider, ChatPlan plan) {
    provider.create(plan.transportSettings().apply(provider.name())).close();
    return true;
  }

  private static List<String> sections(Providers<TransportProvider> transports) {
    var sections =
        new ArrayList<>(List.of("limits", "log", "login", "metrics", "stop", "store." + STORE));
    transports.names().forEach(name -> sections.add("transport." + name));
    return sections;
  }

  private static Duration grace(Settings settings) {
    var grace = settings.duration("grace", Duration.ofSeconds(10));
    settings.rejectUnknown();
    return grace;
  }

  private static boolean revealsUnknownUsers(Settings settings, boolean isDemo) {
    var reveals = settings.flag("reveal-unknown-users", isDemo);
    settings.rejectUnknown();
    return reveals;
  }

  private static void logProvider(String kind, Provider provider) {
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
