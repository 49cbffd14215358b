package kabar.domain;

import java.util.List;
import kabar.api.Form;
import kabar.api.Option;
import kabar.api.Settings;

/// How fast one session may send.
///
/// @param perSecond messages a second in the long run, 0 for as many as it likes (`messages`, `off`
///     for 0)
/// @param burst so many at once (`message-burst`)
public record MessageRate(int perSecond, int burst) {
  private static final String OFF = "off";
  private static final int MOST = 10_000;

  private static final Option<Integer> MESSAGES =
      Option.of(
          "messages",
          Form.text(
              "messages a second, 1..%d, or off".formatted(MOST),
              MessageRate::perSecond,
              rate -> rate == 0 ? OFF : String.valueOf(rate)),
          5,
          "How many messages a second a session may send in the long run; more have to wait");
  private static final Option<Integer> BURST =
      Option.of(
          "message-burst",
          Form.wholeNumber(1, MOST),
          20,
          "How many messages a session may send at once before that");

  /// All options there are.
  static final List<Option<?>> OPTIONS = List.of(MESSAGES, BURST);

  /// Reads the options above.
  ///
  /// @throws kabar.api.SettingsException if one cannot be used
  static MessageRate from(Settings settings) {
    return new MessageRate(settings.get(MESSAGES), settings.get(BURST));
  }

  private static int perSecond(String text) {
    if (text.equals(OFF)) {
      return 0;
    }
    int rate = Integer.parseInt(text);
    if (rate < 1 || rate > MOST) {
      throw new IllegalArgumentException("out of bounds");
    }
    return rate;
  }
}
