package kabar.api;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// The settings of one part of Kabar, as text by key, read once at the start.
///
/// A reader asks for each {@link Option} it has and then calls {@link #rejectUnknown}, so that a
/// misspelt key stops the start. Not thread-safe.
public final class Settings {
  private final String prefix;
  private final Map<String, String> values;
  private final TreeSet<String> known = new TreeSet<>();

  private Settings(String prefix, Map<String, String> values) {
    this.prefix = prefix;
    this.values = new TreeMap<>(values);
  }

  /// Settings under a prefix that only appears in messages: with the prefix `transport.tcp` the key
  /// `loops` is spoken of as `transport.tcp.loops`.
  public static Settings of(String prefix, Map<String, String> values) {
    return new Settings(prefix, values);
  }

  /// No settings at all: every option has its default.
  public static Settings none() {
    return new Settings("", Map.of());
  }

  /// The value of an option, or its default where nothing is set.
  ///
  /// @throws SettingsException if what is set is not of the option's form
  public <T> T get(Option<T> option) {
    known.add(option.key());
    var text = Optional.ofNullable(values.get(option.key()));
    return text.isEmpty()
        ? option.fallback()
        : option.form().read(text.get()).orElseThrow(() -> unusable(option, text.get()));
  }

  /// The exception for a value of an option that cannot be used, in the form all such messages
  /// have.
  public SettingsException unusable(Option<?> option, String found) {
    return unusable(option, found, option.form().expected());
  }

  /// The same for a value that is of the option's form and yet not right.
  public SettingsException unusable(Option<?> option, String found, String expected) {
    return new SettingsException(
        "%s: cannot use '%s' (expected %s)"
            .formatted(full(option.key()), option.shown(found), expected));
  }

  /// Refuses whatever has been set and never asked for.
  ///
  /// @throws SettingsException naming the first such key and the known key nearest to it
  public void rejectUnknown() {
    for (var key : values.keySet()) {
      if (!known.contains(key)) {
        throw new SettingsException("%s: unknown setting%s".formatted(full(key), suggestion(key)));
      }
    }
  }

  private String full(String key) {
    return prefix.isEmpty() ? key : prefix + "." + key;
  }

  private String suggestion(String key) {
    if (known.isEmpty()) {
      return " (none are known here)";
    }
    return Spelling.nearest(key, known)
        .map(nearest -> " (did you mean %s?)".formatted(full(nearest)))
        .orElse(" (known: %s)".formatted(String.join(", ", known)));
  }
}
