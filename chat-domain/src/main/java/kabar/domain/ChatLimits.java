package kabar.domain;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import kabar.api.Form;
import kabar.api.Option;
import kabar.api.Settings;

/// The limits that hold whatever the transport and the dialect.
///
/// @param maxConnections connections in all (`connections`)
/// @param maxUnanswered requests of one connection that wait for their answer; one that has so many
///     is not read from (`unanswered-requests`)
/// @param maxLineBytes the longest line of the text dialect, its end included (`text-line-bytes`)
/// @param maxMessageBytes the longest text of a message, in bytes of UTF-8 (`message-bytes`)
/// @param presenceWindow how long a session counts as present after its last use on a connection
///     that is gone (`presence-window`)
/// @param wrongPasswords wrong passwords for one account within a minute
///     (`wrong-passwords-per-account`)
/// @param messages how fast a session may send
/// @param silence how long those who speak a live dialect may say nothing
/// @param addresses what is too much from one address
/// @param unproven what is too much from those whose address is not proven
public record ChatLimits(
    int maxConnections,
    int maxUnanswered,
    int maxLineBytes,
    int maxMessageBytes,
    Duration presenceWindow,
    int wrongPasswords,
    MessageRate messages,
    Silence silence,
    AddressLimits addresses,
    UnprovenLimits unproven) {
  private static final int MOST_BYTES = 64 * 1024;

  private static final Option<Integer> UNANSWERED_REQUESTS =
      Option.of(
          "unanswered-requests",
          Form.wholeNumber(2, 100_000),
          128,
          "Requests of one connection that wait for their answer; then it is not read from");
  private static final Option<Integer> TEXT_LINE_BYTES =
      Option.of(
          "text-line-bytes",
          Form.wholeNumber(64, MOST_BYTES),
          8 * 1024,
          "The longest line of the text dialect, its end included");
  private static final Option<Integer> MESSAGE_BYTES =
      Option.of(
          "message-bytes",
          Form.wholeNumber(1, MOST_BYTES),
          16 * 1024,
          "The longest text of a message, in bytes of UTF-8");
  private static final Option<Duration> PRESENCE_WINDOW =
      Option.of(
          "presence-window",
          Form.duration(),
          Duration.ofMinutes(5),
          "How long a user is online after the last use of a session whose connection is gone");

  private static final Option<Integer> WRONG_PASSWORDS =
      Option.of(
          "wrong-passwords-per-account",
          Form.wholeNumber(1, 1_000_000),
          5,
          "Wrong passwords for one account within a minute, then longer and longer waits");

  /// The limits where nothing is set, with so many connections.
  public static ChatLimits withConnections(int maxConnections) {
    return from(Settings.none(), maxConnections);
  }

  /// All options there are, those of the parts too.
  ///
  /// @param room connections in all where nothing is set: what the machine permits
  public static List<Option<?>> options(int room) {
    return Stream.of(
            List.of(
                connections(room),
                UNANSWERED_REQUESTS,
                TEXT_LINE_BYTES,
                MESSAGE_BYTES,
                PRESENCE_WINDOW,
                WRONG_PASSWORDS),
            MessageRate.OPTIONS,
            Silence.OPTIONS,
            AddressLimits.OPTIONS,
            UnprovenLimits.OPTIONS)
        .<Option<?>>flatMap(List::stream)
        .toList();
  }

  /// Reads the options above.
  ///
  /// @param room as for those
  /// @throws kabar.api.SettingsException if one is unknown or cannot be used
  public static ChatLimits from(Settings settings, int room) {
    var limits =
        new ChatLimits(
            settings.get(connections(room)),
            settings.get(UNANSWERED_REQUESTS),
            settings.get(TEXT_LINE_BYTES),
            settings.get(MESSAGE_BYTES),
            settings.get(PRESENCE_WINDOW),
            settings.get(WRONG_PASSWORDS),
            MessageRate.from(settings),
            Silence.from(settings),
            AddressLimits.from(settings),
            UnprovenLimits.from(settings));
    settings.rejectUnknown();
    return limits;
  }

  private static Option<Integer> connections(int room) {
    return Option.of("connections", Form.wholeNumber(1, 1_000_000), 1, "Connections in all")
        .orElse(room, "the open-file limit less 256, 100000 at most");
  }
}
