package kabar.domain;

import java.time.Duration;
import java.util.List;
import kabar.api.Form;
import kabar.api.Option;
import kabar.api.Settings;

/// How long those who speak a live dialect may say nothing. Peers of the text dialect may idle.
///
/// @param ping after so long they are to say that they are there (`ping`)
/// @param longest after so long their connection ends, and their session stays (`idle`)
public record Silence(Duration ping, Duration longest) {
  private static final Form<Duration> ANY = Form.duration();
  private static final Form<Duration> SECONDS =
      Form.text("whole seconds, such as 90s or 5m", Silence::wholeSeconds, ANY::write);

  private static final Option<Duration> PING =
      Option.of(
          "ping",
          SECONDS,
          Duration.ofSeconds(60),
          "After so long without a word a client of the JSON-RPC dialect is to ping");
  private static final Option<Duration> IDLE =
      Option.of(
          "idle",
          SECONDS,
          Duration.ofSeconds(150),
          "A connection of the JSON-RPC dialect ends when it has said nothing for so long");

  /// All options there are.
  static final List<Option<?>> OPTIONS = List.of(PING, IDLE);

  /// Reads the options above.
  ///
  /// @throws kabar.api.SettingsException if one cannot be used, or a ping would come too late
  static Silence from(Settings settings) {
    var ping = settings.get(PING);
    var longest = settings.get(IDLE);
    if (longest.compareTo(ping) <= 0) {
      throw settings.unusable(
          IDLE, ANY.write(longest), "more than limits.ping, which is " + ANY.write(ping));
    }
    return new Silence(ping, longest);
  }

  private static Duration wholeSeconds(String text) {
    return ANY.read(text)
        .filter(it -> it.toMillisPart() == 0)
        .orElseThrow(IllegalArgumentException::new);
  }
}
