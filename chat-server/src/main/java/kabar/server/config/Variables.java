package kabar.server.config;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import kabar.api.SettingsException;
import kabar.api.Spelling;

/// The environment's part of the configuration: the option `limits.connections` is the variable
/// `KABAR_LIMITS_CONNECTIONS`. One that is empty counts as not set (as in the XDG Base Directory
/// Specification).
///
/// A misspelt one stops the start; any other stranger is left alone, because we do not own the
/// prefix: Kubernetes tells of a service named `kabar` by `KABAR_PORT` and others.
final class Variables {
  static final String CONFIG = "KABAR_CONFIG";
  private static final String PREFIX = "KABAR_";

  /// What others of ours read: the launcher, `./build`, the tests.
  private static final List<String> NOT_OURS =
      List.of("KABAR_JAVA_OPTS", "KABAR_JVM_DIRS", "KABAR_ALL_TESTS");

  private final Map<String, String> all;

  Variables(Map<String, String> environment) {
    this.all = new TreeMap<>(environment);
    all.keySet().removeIf(name -> !name.startsWith(PREFIX));
    all.values().removeIf(String::isEmpty);
  }

  /// The variable of a key.
  static String name(String key) {
    return PREFIX + key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }

  Optional<Written> value(String key) {
    var name = name(key);
    return Optional.ofNullable(all.get(name)).map(text -> Written.plain(text, name));
  }

  Optional<String> config() {
    return Optional.ofNullable(all.get(CONFIG));
  }

  /// The strangers.
  ///
  /// @param keys all that are known
  /// @throws SettingsException if one is probably a misspelt variable of ours, or one stands for
  ///     two keys
  List<String> leftAlone(Collection<String> keys) {
    var known = new TreeSet<>(NOT_OURS);
    known.add(CONFIG);
    for (var key : keys) {
      if (!known.add(name(key)) && all.containsKey(name(key))) {
        throw new SettingsException(
            "%s: stands for more than one setting, such as %s (expected in a file or by --set)"
                .formatted(name(key), key));
      }
    }
    var strangers = all.keySet().stream().filter(name -> !known.contains(name)).toList();
    strangers.forEach(name -> rejectNearMiss(name, known));
    return strangers;
  }

  private static void rejectNearMiss(String name, Collection<String> known) {
    var stems = known.stream().map(it -> it.substring(PREFIX.length())).toList();
    Spelling.nearest(name.substring(PREFIX.length()), stems)
        .ifPresent(
            nearest -> {
              throw new SettingsException(
                  "%s: unknown variable (did you mean %s?)".formatted(name, PREFIX + nearest));
            });
  }
}
