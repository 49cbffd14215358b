package kabar.api;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What may stand in a setting: reads its value from text and writes it back. Immutable.
///
/// @param <T> what is read
public final class Form<T> {
  private static final Duration LONGEST = Duration.ofDays(36_500);
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

  private final Kind kind;
  private final String expected;
  private final Function<String, Optional<T>> reader;
  private final Function<T, String> writer;

  /// How a file that knows types writes a value.
  public enum Kind {
    /// As a number.
    NUMBER,
    /// As true or false.
    FLAG,
    /// As a text, in quotes.
    TEXT,
    /// As a list of texts.
    LIST
  }

  private Form(
      Kind kind,
      String expected,
      Function<String, Optional<T>> reader,
      Function<T, String> writer) {
    this.kind = kind;
    this.expected = expected;
    this.reader = reader;
    this.writer = writer;
  }

  /// A whole number within bounds, both inclusive.
  public static Form<Integer> wholeNumber(int min, int max) {
    return new Form<>(
        Kind.NUMBER,
        "a whole number, %d..%d".formatted(min, max),
        text -> wholeNumber(text).filter(number -> number >= min && number <= max),
        String::valueOf);
  }

  /// `true` or `false`.
  public static Form<Boolean> flag() {
    return new Form<>(
        Kind.FLAG,
        "true or false",
        text ->
            switch (text) {
              case "true" -> Optional.of(true);
              case "false" -> Optional.of(false);
              default -> Optional.empty();
            },
        String::valueOf);
  }

  /// A duration above zero and up to 100 years, a whole number with its unit: `250ms`, `20s`, `5m`,
  /// `2h`, `30d`. So it can be counted in nanoseconds.
  public static Form<Duration> duration() {
    return new Form<>(
        Kind.TEXT,
        "a duration such as 250ms, 20s, 5m, 2h or 30d, from 1ms to %dd".formatted(LONGEST.toDays()),
        Form::duration,
        Form::write);
  }

  /// Any text, as it is written.
  ///
  /// @param expected what it should be, for messages and documentation: `a folder`
  public static Form<String> text(String expected) {
    return new Form<>(Kind.TEXT, expected, Optional::of, Function.identity());
  }

  /// A text that stands for something.
  ///
  /// @param reader throws an IllegalArgumentException for a text that stands for nothing
  /// @param writer the text that the reader takes for a value
  public static <T> Form<T> text(
      String expected, Function<String, T> reader, Function<T, String> writer) {
    return new Form<>(Kind.TEXT, expected, text -> attempt(reader, text), writer);
  }

  /// One of some words.
  public static Form<String> oneOf(String... words) {
    var all = List.of(words);
    return new Form<>(
        Kind.TEXT,
        String.join(" or ", all),
        text -> Optional.of(text).filter(all::contains),
        Function.identity());
  }

  /// Texts separated by commas. White space around each is dropped, and so are empty ones: none has
  /// a comma in it.
  public static Form<List<String>> list(String expected) {
    return new Form<>(
        Kind.LIST,
        expected,
        text -> Optional.of(split(text)),
        elements -> String.join(",", elements));
  }

  public Kind kind() {
    return kind;
  }

  /// What it should be, to be read after "expected": `a whole number, 1..10`.
  public String expected() {
    return expected;
  }

  /// What a text stands for; empty if it is not of this form.
  public Optional<T> read(String text) {
    return reader.apply(text);
  }

  /// The text that stands for a value.
  public String write(T value) {
    return writer.apply(value);
  }

  private static Optional<Integer> wholeNumber(String text) {
    return attempt(Integer::parseInt, text);
  }

  private static <T> Optional<T> attempt(Function<String, T> reader, String text) {
    try {
      return Optional.of(reader.apply(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static List<String> split(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(element -> !element.isEmpty())
        .collect(Collectors.toUnmodifiableList());
  }

  private static Optional<Duration> duration(String text) {
    var matcher = DURATION.matcher(text);
    return matcher.matches()
        ? Optional.of(duration(Long.parseLong(matcher.group(1)), matcher.group(2)))
            .filter(it -> !it.isZero() && it.compareTo(LONGEST) <= 0)
        : Optional.empty();
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

  /// In the largest unit that leaves a whole number.
  private static String write(Duration duration) {
    long millis = duration.toMillis();
    if (millis % 1_000 != 0) {
      return millis + "ms";
    }
    long seconds = millis / 1_000;
    if (seconds % 60 != 0) {
      return seconds + "s";
    }
    if (seconds % 3_600 != 0) {
      return seconds / 60 + "m";
    }
    return seconds % 86_400 == 0 ? seconds / 86_400 + "d" : seconds / 3_600 + "h";
  }
}
