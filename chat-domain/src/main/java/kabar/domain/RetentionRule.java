package kabar.domain;

import java.time.Duration;
import java.util.List;
import kabar.api.Form;
import kabar.api.Option;
import kabar.api.Settings;

/// How long messages are kept.
///
/// @param messages a message is removed when it is so old, zero for never (`messages`, `off` for
///     never)
public record RetentionRule(Duration messages) {
  private static final String OFF = "off";
  private static final Form<Duration> AGE = Form.duration();

  /// The key of a message must be known for so long, so that sending it again stores nothing.
  private static final Duration LEAST = Duration.ofDays(30);

  private static final Option<Duration> MESSAGES =
      Option.of(
          "messages",
          Form.text(
              "off, or a duration of 30d or more: keys live as long",
              RetentionRule::age,
              age -> age.isZero() ? OFF : AGE.write(age)),
          Duration.ZERO,
          "The age at which messages are removed");

  /// All options there are.
  public static final List<Option<?>> OPTIONS = List.of(MESSAGES);

  /// The rule where nothing is set: for ever.
  public static final RetentionRule DEFAULT = from(Settings.none());

  /// Reads the option above.
  ///
  /// @throws kabar.api.SettingsException if it is unknown or cannot be used
  public static RetentionRule from(Settings settings) {
    var rule = new RetentionRule(settings.get(MESSAGES));
    settings.rejectUnknown();
    return rule;
  }

  private static Duration age(String text) {
    return text.equals(OFF)
        ? Duration.ZERO
        : AGE.read(text)
            .filter(age -> age.compareTo(LEAST) >= 0)
            .orElseThrow(IllegalArgumentException::new);
  }
}
