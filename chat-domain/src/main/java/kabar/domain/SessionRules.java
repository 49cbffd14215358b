package kabar.domain;

import java.time.Duration;
import java.util.List;
import kabar.api.Form;
import kabar.api.Option;
import kabar.api.Settings;

/// How long a session lives.
///
/// @param idle it ends when it has not been used for so long (`idle`)
/// @param longest it ends so long after the login, used or not (`longest`)
/// @param perAccount an account has so many at most; one more ends the one that has been idle
///     longest (`per-account`)
public record SessionRules(Duration idle, Duration longest, int perAccount) {
  private static final Option<Duration> IDLE =
      Option.of(
          "idle",
          Form.duration(),
          Duration.ofDays(30),
          "A session ends when it has not been used for so long");
  private static final Option<Duration> LONGEST =
      Option.of(
          "longest",
          Form.duration(),
          Duration.ofDays(365),
          "A session ends so long after the login, used or not");
  private static final Option<Integer> PER_ACCOUNT =
      Option.of(
          "per-account",
          Form.wholeNumber(1, 10_000),
          64,
          "Sessions of one account; one more ends the one that has been idle longest");

  /// All options there are.
  public static final List<Option<?>> OPTIONS = List.of(IDLE, LONGEST, PER_ACCOUNT);

  /// The rules where nothing is set.
  public static final SessionRules DEFAULT = from(Settings.none());

  /// Reads the options above.
  ///
  /// @throws kabar.api.SettingsException if one is unknown or cannot be used
  public static SessionRules from(Settings settings) {
    var rules =
        new SessionRules(settings.get(IDLE), settings.get(LONGEST), settings.get(PER_ACCOUNT));
    settings.rejectUnknown();
    return rules;
  }
}
