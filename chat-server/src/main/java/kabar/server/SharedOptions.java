package kabar.server;

import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kabar.api.SettingsException;
import kabar.server.config.Sources;
import kabar.server.config.Written;
import org.jspecify.annotations.Nullable;

/// The options of every command that works with the server's data or configuration.
final class SharedOptions {
  @Mixin private PlaceOptions place;

  @Option(
      names = "--store",
      paramLabel = "NAME",
      description =
          "What keeps accounts and messages. Default: sqlite, a database in the data folder; memory"
              + " forgets everything at a stop.")
  private @Nullable String store;

  @Option(
      names = "--plugins",
      paramLabel = "DIR",
      description =
          "The folder of drop-in transports and stores. Default: plugins beside bin, if it is"
              + " there.")
  private @Nullable Path plugins;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "Any setting of the configuration, as limits.connections=1000; may be given more than"
              + " once.")
  private List<String> settings = new ArrayList<>();

  /// The file that is named, empty if none is.
  String config() {
    return place.config();
  }

  /// What a start with these options would be.
  ///
  /// @throws SettingsException if a setting cannot be used
  /// @throws kabar.api.ProviderException if a provider is missing or cannot be loaded
  ServerPlan plan(Map<String, String> environment) {
    return ServerPlan.of(new Sources(config(), environment, written()), environment);
  }

  /// The data folder of the server that is meant.
  Path data(Map<String, String> environment) {
    return place.data(environment);
  }

  /// What is asked for, by full key.
  ///
  /// @throws SettingsException if one is asked for twice
  Map<String, Written> written() {
    var written = place.written();
    put(written, "store.use", store, "--store");
    put(written, "plugins", text(plugins), "--plugins");
    settings.forEach(setting -> putSetting(written, setting));
    return written;
  }

  static @Nullable String text(@Nullable Path path) {
    return path == null ? null : path.toString();
  }

  private static void putSetting(Map<String, Written> written, String setting) {
    int sign = setting.indexOf('=');
    if (sign < 1) {
      throw new SettingsException(
          "--set: cannot use '%s' (expected KEY=VALUE, as limits.connections=1000)"
              .formatted(setting));
    }
    put(written, setting.substring(0, sign), setting.substring(sign + 1), "--set");
  }

  /// Adds a value, if there is one.
  static void put(Map<String, Written> written, String key, @Nullable String value, String origin) {
    if (value != null) {
      put(written, key, Written.plain(value, origin));
    }
  }

  static void put(Map<String, Written> written, String key, Written value) {
    var other = written.put(key, value);
    if (other != null) {
      throw new SettingsException(
          "%s: is given twice, by %s and by %s (expected once)"
              .formatted(key, other.origin(), value.origin()));
    }
  }
}
