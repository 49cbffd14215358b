package kabar.server.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kabar.api.Option;
import kabar.api.SettingsException;

/// Everything that somebody has written down: in files, in the environment, and above both on the
/// command line.
public final class Sources {
  /// In rising precedence.
  private final Map<Path, Map<String, Written>> files = new LinkedHashMap<>();

  private final Variables variables;
  private final Map<String, Written> flags;

  /// Reads the files: the one that is named, if one is, otherwise those in the usual places.
  ///
  /// @param file named on the command line; empty if none is
  /// @param flags what else stands on the command line, by full key
  /// @throws SettingsException if a file cannot be read
  public Sources(String file, Map<String, String> environment, Map<String, Written> flags) {
    this.variables = new Variables(environment);
    this.flags = flags;
    var named = file.isEmpty() ? variables.config() : Optional.of(file);
    var paths = named.map(it -> List.of(Path.of(it))).orElseGet(() -> Places.files(environment));
    paths.forEach(path -> files.put(path, TomlFile.read(path)));
  }

  /// The value of an option that stands before all tables. For what decides which options there
  /// are; everything else is asked of the {@link Configuration}.
  ///
  /// @throws SettingsException if what is written cannot be used
  public <T> T peek(Option<T> option) {
    var key = option.key();
    var found = new ArrayList<Written>();
    files.values().stream().filter(it -> it.containsKey(key)).forEach(it -> found.add(it.get(key)));
    variables.value(key).ifPresent(found::add);
    Optional.ofNullable(flags.get(key)).ifPresent(found::add);
    found.forEach(written -> Catalogue.requireForm(key, option, written));
    return found.isEmpty()
        ? option.fallback()
        : option.form().read(found.getLast().text()).orElseThrow();
  }

  Map<Path, Map<String, Written>> files() {
    return files;
  }

  Variables variables() {
    return variables;
  }

  Map<String, Written> flags() {
    return flags;
  }
}
