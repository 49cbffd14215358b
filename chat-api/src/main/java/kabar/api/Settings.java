package kabar.api;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The settings of one part of Kabar, as text by key, read once at the start.
///
/// A reader asks for each key it knows and then calls {@link #rejectUnknown}, so that a misspelt
/// key stops the start. Keys are lower-case words joined by dashes. Not thread-safe.
public final class Settings {
  private static final Duration LONGEST = Duration.ofDays(36_500);
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

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

  /// No settings at all: every key has its default.
  public static Settings none() {
    return new Settings("", Map.of());
  }

  /// The text of a key, or the fallback where it is not set.
  public String text(String key, String fallback) {
    return value(key).orElse(fallback);
  }

  /// A whole number within bounds, both inclusive.
  ///
  /// @throws SettingsException if it is no number or out of bounds
  public int integer(String key, int fallback, int min, int max) {
    var text = value(key);
    if (text.isEmpty()) {
      return fallback;
    }
    var expected = "a whole number, %d..%d".formatted(min, max);
    try {
      var number = Integer.parseInt(text.get());
      if (number < min || number > max) {
        throw unusable(key, text.get(), expected);
      }
      return number;
    } catch (NumberFormatException e) {
      throw unusable(key, text.get(), expected);
    }
  }

  /// `true` or `false`.
  ///
  /// @throws SettingsException if it is anything else
  public boolean flag(String key, boolean fallback) {
    return switch (text(key, String.valueOf(fallback))) {
      case "true" -> true;
      case "false" -> false;
      case String other -> throw unusable(key, other, "true or false");
    };
  }

  /// A duration above zero and up to 100 years, a whole number with its unit: `250ms`, `20s`, `5m`,
  /// `2h`, `30d`. So it can be counted in nanoseconds.
  ///
  /// @throws SettingsException if it is written otherwise
  public Duration duration(String key, Duration fallback) {
    var text = value(key);
    if (text.isEmpty()) {
      return fallback;
    }
    var matcher = DURATION.matcher(text.get());
    if (!matcher.matches()) {
      throw unusable(key, text.get(), "a duration such as 250ms, 20s, 5m, 2h or 30d");
    }
    var duration = duration(Long.parseLong(matcher.group(1)), matcher.group(2));
    if (duration.isZero() || duration.compareTo(LONGEST) > 0) {
      throw unusable(key, text.get(), "a duration from 1ms to %dd".formatted(LONGEST.toDays()));
    }
    return duration;
  }

  /// The exception for a value of a key that cannot be used, in the form all such messages have.
  public SettingsException unusable(String key, String found, String expected) {
    return new SettingsException(
        "%s: cannot use '%s' (expected %s)".formatted(full(key), found, expected));
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

  private Optional<String> value(String key) {
    known.add(key);
    return Optional.ofNullable(values.get(key));
  }

  private static Duration duration(long amount, String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  private String full(String key) {
    return prefix.isEmpty() ? key : prefix + "." + key;
  }

  private String suggestion(String key) {
    if (known.isEmpty()) {
      return " (none are known here)";
    }
    var nearest = known.stream().min(Comparator.comparingInt(k -> distance(k, key))).orElseThrow();
    return distance(nearest, key) <= Math.max(2, key.length() / 3)
        ? " (did you mean %s?)".formatted(full(nearest))
        : " (known: %s)".formatted(String.join(", ", known));
  }

  /// Levenshtein's edit distance.
  private static int distance(String a, String b) {
    var previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      var current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(change, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
