package kabar.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kabar.api.store.StoreProvider;
import kabar.api.transport.TransportProvider;
import kabar.domain.ChatLimits;
import kabar.domain.ChatPlan;
import kabar.domain.ChatRules;
import kabar.domain.ListenUrl;
import kabar.domain.Plugins;
import kabar.domain.RegistrationRules;
import kabar.domain.RetentionRule;
import kabar.domain.SessionRules;
import kabar.server.config.Configuration;
import kabar.server.config.Sources;

/// What a server is to be: everything that was configured, checked as far as that goes without
/// opening anything.
///
/// @param chat listeners, limits and transports
/// @param data the data folder
/// @param isDemo whether there are the demo users and nobody else
/// @param hashing how passwords are hashed
/// @param store what keeps the messages
/// @param configuration the rest
/// @param plugins what was found to do it with
record ServerPlan(
    ChatPlan chat,
    Path data,
    boolean isDemo,
    HashingSettings hashing,
    StoreProvider store,
    Configuration configuration,
    Plugins plugins) {

  /// @throws kabar.api.SettingsException if a setting cannot be used
  /// @throws kabar.api.ProviderException if a provider is missing or cannot be loaded
  static ServerPlan of(Sources sources, Map<String, String> environment) {
    var isDemo = sources.peek(ServerOptions.DEMO);
    var plugins = plugins(sources.peek(ServerOptions.PLUGINS));
    var configuration =
        new Configuration(sources, ServerOptions.catalogue(isDemo, environment, plugins));
    var top = configuration.section();
    var plan =
        new ServerPlan(
            chatPlan(configuration, isDemo, plugins),
            top.get(ServerOptions.data(isDemo, environment)).toAbsolutePath().normalize(),
            isDemo,
            HashingSettings.from(configuration.section("passwords")),
            plugins.stores().get(configuration.section("store").get(ServerOptions.STORE)),
            configuration,
            plugins);
    plan.check();
    return plan;
  }

  private static Plugins plugins(String folder) {
    return Plugins.with(
        folder.isEmpty() ? List.of() : PluginFolder.load(Path.of(folder).toAbsolutePath()));
  }

  private static ChatPlan chatPlan(Configuration configuration, boolean isDemo, Plugins plugins) {
    var top = configuration.section();
    var dialect = top.get(ServerOptions.DIALECT);
    return new ChatPlan(
        top.get(ServerOptions.LISTEN).stream().map(it -> ListenUrl.parse(it, dialect)).toList(),
        ChatLimits.from(configuration.section("limits"), OpenFiles.room()),
        chatRules(configuration, isDemo),
        plugins.transports(),
        name -> configuration.section("transport", name));
  }

  private static ChatRules chatRules(Configuration configuration, boolean isDemo) {
    return new ChatRules(
        configuration.section("login").get(ServerOptions.revealUnknownUsers(isDemo)),
        SessionRules.from(configuration.section("sessions")),
        RegistrationRules.from(configuration.section("registration")),
        RetentionRule.from(configuration.section("retention")));
  }

  /// What the parts would refuse when they are made.
  private void check() {
    if (chat.listen().isEmpty()) {
      throw configuration
          .section()
          .unusable(ServerOptions.LISTEN, "", "at least one URL such as tcp://localhost:8889");
    }
    if (isDemo) {
      Demo.requireLocal(chat.listen(), chat.transports());
    }
    Logs.Style.from(configuration.section("log"));
    Telemetry.address(configuration.section("metrics"));
    checkTransports();
    DataFolder.check(data);
  }

  /// Those that nobody listens with, too, if they have settings: making one opens nothing.
  private void checkTransports() {
    var used = chat.listen().stream().map(ListenUrl::transport).toList();
    used.forEach(chat.transports()::get);
    chat.transports().stream()
        .filter(it -> used.contains(it.name()) || configuration.hasSection("transport", it.name()))
        .map(TransportProvider::name)
        .forEach(name -> chat.transports().ask(name, this::tryOut));
  }

  private boolean tryOut(TransportProvider provider) {
    provider.create(chat.transportSettings().apply(provider.name())).close();
    return true;
  }
}
