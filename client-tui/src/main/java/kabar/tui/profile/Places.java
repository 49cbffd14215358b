package kabar.tui.profile;

import java.nio.file.Path;
import java.util.Map;

/// Where the client's files are, by the XDG Base Directory Specification: an empty variable counts
/// as not set, and a relative path is passed over.
///
/// @param config what the user has set
/// @param state the folder of the profiles' folders
public record Places(Path config, Path state) {

  /// The places of an environment.
  public static Places of(Map<String, String> environment) {
    return new Places(
        home(environment, "XDG_CONFIG_HOME", ".config").resolve("kabar/kabar.toml"),
        home(environment, "XDG_STATE_HOME", ".local/state").resolve("kabar"));
  }

  /// What the user wants the keys of the full-screen client to be; beside the configuration.
  public Path keys() {
    return config.resolveSibling("keys.toml");
  }

  /// The folder of one profile: its session, its outbox, its cache.
  public Path profile(String name) {
    return state.resolve(name);
  }

  private static Path home(Map<String, String> environment, String variable, String inHome) {
    var given = Path.of(environment.getOrDefault(variable, ""));
    if (given.isAbsolute()) {
      return given;
    }
    var home = environment.getOrDefault("HOME", "");
    return Path.of(home.isEmpty() ? System.getProperty("user.home") : home).resolve(inHome);
  }
}
