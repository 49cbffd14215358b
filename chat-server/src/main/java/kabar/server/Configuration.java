package kabar.server;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import kabar.api.Settings;
import kabar.api.SettingsException;

/// All settings, sorted into sections: what stands before a key's last dot. `limits.connections` is
/// the key `connections` of the section `limits`.
final class Configuration {
  private final Map<String, Map<String, String>> sections = new TreeMap<>();

  /// @throws SettingsException if a key has no section
  Configuration(Map<String, String> values) {
    values.forEach(this::put);
  }

  /// Whether anything is set in a section.
  boolean hasSection(String name) {
    return sections.containsKey(name);
  }

  /// The settings of a section, none if nothing is set in it.
  Settings section(String name) {
    return Settings.of(name, sections.getOrDefault(name, Map.of()));
  }

  /// Refuses settings of sections that nobody reads.
  ///
  /// @param known the names of all that are read
  /// @throws SettingsException naming the first other section and what there is
  void rejectSectionsBut(Iterable<String> known) {
    var names = new TreeSet<String>();
    known.forEach(names::add);
    for (var section : sections.keySet()) {
      if (!names.contains(section)) {
        throw new SettingsException(
            "%s: there are no such settings (there are: %s)"
                .formatted(section, String.join(", ", names)));
      }
    }
  }

  private void put(String key, String value) {
    int dot = key.lastIndexOf('.');
    if (dot < 1) {
      throw new SettingsException(
          "cannot use the setting '%s' (expected SECTION.KEY=VALUE, as limits.connections=1000)"
              .formatted(key));
    }
    sections
        .computeIfAbsent(key.substring(0, dot), _ -> new TreeMap<>())
        .put(key.substring(dot + 1), value);
  }
}
