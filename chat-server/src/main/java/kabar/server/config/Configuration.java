package kabar.server.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kabar.api.Option;
import kabar.api.Settings;
import kabar.api.SettingsException;

/// What holds: the highest of all sources for each option, and each of its form.
public final class Configuration {
  private static final Set<PosixFilePermission> OTHERS =
      Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

  private final Catalogue catalogue;
  private final Map<String, Written> values = new HashMap<>();
  private final List<String> leftAlone;

  /// Holds all that is written against the catalogue, what is overridden included.
  ///
  /// @throws SettingsException if something is unknown, of another form, or a secret that others
  ///     may read
  public Configuration(Sources sources, Catalogue catalogue) {
    this.catalogue = catalogue;
    sources.files().forEach(this::takeFile);
    this.leftAlone = sources.variables().leftAlone(catalogue.keys());
    catalogue.keys().forEach(key -> sources.variables().value(key).ifPresent(it -> take(key, it)));
    sources.flags().forEach(this::take);
  }

  /// What is set in a table; an option that is not has its default there.
  ///
  /// @param path the name of the table; none for what stands before all tables
  public Settings section(String... path) {
    var name = String.join(".", path);
    var set = new HashMap<String, String>();
    for (var table : catalogue.tables()) {
      if (table.name().equals(name)) {
        table.options().stream()
            .filter(option -> values.containsKey(table.key(option)))
            .forEach(option -> set.put(option.key(), written(table.key(option)).text()));
      }
    }
    return Settings.of(name, set);
  }

  /// Whether anything is set in a table.
  public boolean hasSection(String... path) {
    var prefix = String.join(".", path) + ".";
    return values.keySet().stream().anyMatch(key -> key.startsWith(prefix));
  }

  /// Variables of the environment that look like ours and are not.
  public List<String> leftAlone() {
    return leftAlone;
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  /// What holds in a table, option by option.
  ///
  /// @param table its full name
  public List<Value> values(String table) {
    return catalogue.tables().stream()
        .filter(it -> it.name().equals(table))
        .flatMap(it -> it.options().stream().map(option -> value(it, option)))
        .toList();
  }

  /// A value that holds.
  ///
  /// @param key the full key of its option
  /// @param text as it may be shown
  /// @param origin where it comes from
  public record Value(String key, String text, String origin) {}

  private Value value(Table table, Option<?> option) {
    return new Value(table.key(option), option.shown(text(table, option)), origin(table, option));
  }

  /// The text of an option, set or not.
  String text(Table table, Option<?> option) {
    var written = values.get(table.key(option));
    return written == null ? option.fallbackText() : written.text();
  }

  /// Where the value of an option comes from.
  String origin(Table table, Option<?> option) {
    var written = values.get(table.key(option));
    if (written != null) {
      return "from " + written.origin();
    }
    return option.fallbackRule().isEmpty() ? "default" : "default: " + option.fallbackRule();
  }

  private Written written(String key) {
    var written = values.get(key);
    if (written == null) {
      throw new IllegalArgumentException("nothing is set at " + key);
    }
    return written;
  }

  private void take(String key, Written written) {
    catalogue.check(key, written);
    if (written.type() != Written.Type.TABLE) {
      values.put(key, written);
    }
  }

  private void takeFile(Path path, Map<String, Written> file) {
    file.forEach(this::take);
    file.keySet().stream()
        .filter(catalogue::isSecret)
        .findFirst()
        .ifPresent(key -> requirePrivate(path, key));
  }

  private static void requirePrivate(Path path, String key) {
    try {
      if (Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS::contains)) {
        throw new SettingsException(
            "config: cannot use '%s', which holds the secret %s and which others may read"
                    .formatted(path, key)
                + " (expected mode 0600: chmod 600 '%s')".formatted(path));
      }
    } catch (IOException e) {
      throw new SettingsException(
          "config: cannot use '%s', because nobody can tell who may read it (expected a file of"
                  .formatted(path)
              + " your own)");
    }
  }
}
