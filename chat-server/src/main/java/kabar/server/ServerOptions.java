package kabar.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kabar.api.Form;
import kabar.api.Option;
import kabar.domain.ChatLimits;
import kabar.domain.ListenUrl;
import kabar.domain.Plugins;
import kabar.domain.RegistrationRules;
import kabar.domain.RetentionRule;
import kabar.domain.SessionRules;
import kabar.protocol.LogoutForm;
import kabar.server.config.Catalogue;
import kabar.server.config.Places;

/// The server's own options, and the catalogue of all.
final class ServerOptions {
  static final Option<List<String>> LISTEN =
      Option.of(
          "listen",
          Form.list("URLs such as tcp://localhost:8889?dialect=chat"),
          List.of("tcp://localhost:8889"),
          "Where to listen; localhost stands for 127.0.0.1 and ::1");
  static final Option<LogoutForm> DIALECT = ListenUrl.dialect(LogoutForm.CHAT);
  static final Option<Boolean> DEMO =
      Option.of(
          "demo",
          Form.flag(),
          false,
          "Whether there are the users messi, henderson and lineker, whose password is surabaya, on"
              + " this machine only");
  static final Option<String> STORE =
      Option.of(
          "use",
          Form.text("the name of a store"),
          "sqlite",
          "What keeps accounts and messages; memory forgets them at a stop");
  static final Option<Duration> GRACE =
      Option.of(
          "grace",
          Form.duration(),
          Duration.ofSeconds(10),
          "How long a stop may take to answer what has arrived");

  /// The launcher says where the image's own folder would be.
  static final Option<String> PLUGINS =
      Option.of(
              "plugins",
              Form.text("a folder"),
              "",
              "The folder of drop-in transports and stores; none if it is empty")
          .orElse(pluginsOfTheImage(), "plugins beside bin, if it is there");

  private ServerOptions() {}

  static Option<Path> data(boolean isDemo, Map<String, String> environment) {
    return Option.of(
            "data",
            Form.text("a folder of your own", ServerOptions::path, Path::toString),
            Path.of("kabar"),
            "The data folder, made if it is missing")
        .orElse(
            Places.data(isDemo ? "kabar-demo" : "kabar", environment),
            "kabar (for the demo kabar-demo) in $XDG_DATA_HOME or ~/.local/share");
  }

  static Option<Boolean> revealUnknownUsers(boolean isDemo) {
    return Option.of(
            "reveal-unknown-users",
            Form.flag(),
            false,
            "Whether a login tells that there is no such user; so strangers learn who has an account")
        .orElse(isDemo, "true for the demo, otherwise false");
  }

  /// Every option of the server and of its plug-ins.
  ///
  /// @throws kabar.api.ProviderException if a plug-in cannot be used
  static Catalogue catalogue(boolean isDemo, Map<String, String> environment, Plugins plugins) {
    var catalogue =
        new Catalogue()
            .add(List.of(LISTEN, DIALECT, data(isDemo, environment), PLUGINS, DEMO))
            .add(ChatLimits.options(OpenFiles.room()), "limits")
            .add(List.of(revealUnknownUsers(isDemo)), "login")
            .add(Logs.OPTIONS, "log")
            .add(Telemetry.OPTIONS, "metrics")
            .add(HashingSettings.options(), "passwords")
            .add(RegistrationRules.OPTIONS, "registration")
            .add(RetentionRule.OPTIONS, "retention")
            .add(SessionRules.OPTIONS, "sessions")
            .add(List.of(GRACE), "stop")
            .add(List.of(STORE), "store");
    plugins.stores().stream().forEach(it -> catalogue.add(it.options(), "store", it.name()));
    plugins.transports().stream()
        .forEach(it -> catalogue.add(it.options(), "transport", it.name()));
    return catalogue;
  }

  private static Path path(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("an empty path is the current folder");
    }
    return Path.of(text);
  }

  private static String pluginsOfTheImage() {
    var folder = System.getProperty("kabar.plugins", "");
    return !folder.isEmpty() && Files.exists(Path.of(folder)) ? folder : "";
  }
}
