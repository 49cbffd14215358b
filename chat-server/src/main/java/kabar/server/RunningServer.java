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
import kabar.api.Provider;
import kabar.api.Providers;
import kabar.api.Settings;
import kabar.api.store.Store;
import kabar.api.transport.Listener.Stopped;
import kabar.api.transport.TransportProvider;
import kabar.domain.ChatLimits;
import kabar.domain.ChatPlan;
import kabar.domain.ChatServer;
import kabar.domain.ListenUrl;
import kabar.domain.Plugins;

/// Everything that a running server consists of: data folder, store, hasher and, last, the
/// listeners.
/// Stops in reverse order, every step of it, whatever fails on the way.
final class RunningServer {
  private static final System.Logger LOG = System.getLogger(RunningServer.class.getName());
  private static final String STORE = "memory";

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final Path data;
  private final Duration grace;
  private final int maxConnections;
  private final ChatServer chat;

  /// What the command line asks for.
  ///
  /// @param urls where to listen
  /// @param data the data folder
  /// @param isDemo whether there are the demo users and nobody else
  record Wish(List<ListenUrl> urls, Path data, boolean isDemo, Configuration configuration) {}

  /// Opens everything, or nothing.
  ///
  /// @throws IOException if an address cannot be had
  /// @throws kabar.api.SettingsException if a setting cannot be used
  /// @throws kabar.api.ProviderException if a provider is missing or cannot be loaded
  RunningServer(Wish wish) throws IOException {
    var transports = Plugins.transports();
    var configuration = wish.configuration();
    configuration.rejectSectionsBut(sections(transports));
    this.grace = grace(configuration.section("stop"));
    var limits =
        ChatLimits.from(configuration.section("limits"), OpenFiles.connections(OpenFiles.limit()));
    this.maxConnections = limits.maxConnections();
    var plan =
        new ChatPlan(
            wish.urls(),
            limits,
            revealsUnknownUsers(configuration.section("login"), wish.isDemo()),
            transports,
            name -> configuration.section("transport." + name));
    try {
      var folder = keep(DataFolder.open(wish.data()));
      this.data = folder.path();
      var store = keep(openStore(folder.path(), configuration));
      if (wish.isDemo()) {
        Demo.requireLoopback(wish.urls());
        Demo.addAccounts(store);
      }
      var hasher = keep(new Pbkdf2Hasher());
      this.chat = ChatServer.start(plan, store, hasher, InstantSource.system());
      logProviders(plan);
    } catch (IOException | RuntimeException e) {
      closeOpened();
      throw e;
    }
  }

  List<URI> addresses() {
    return chat.addresses();
  }

  Path data() {
    return data;
  }

  int maxConnections() {
    return maxConnections;
  }

  /// Finishes what runs, within the grace period, and closes everything.
  Stopped stop() {
    try {
      return chat.stop(grace);
    } finally {
      closeOpened();
    }
  }

  private static List<String> sections(Providers<TransportProvider> transports) {
    var sections = new ArrayList<>(List.of("limits", "login", "stop", "store." + STORE));
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

  private static Store openStore(Path folder, Configuration configuration) {
    var provider = Plugins.stores().get(STORE);
    logProvider("store", provider);
    return provider.open(folder, configuration.section("store." + STORE));
  }

  private static void logProviders(ChatPlan plan) {
    plan.listen().stream()
        .map(ListenUrl::transport)
        .distinct()
        .forEach(name -> logProvider("transport", plan.transports().get(name)));
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
