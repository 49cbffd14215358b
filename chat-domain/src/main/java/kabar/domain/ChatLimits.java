package kabar.domain;

import java.time.Duration;
import kabar.api.Settings;

/// The limits that hold whatever the transport and the dialect.
///
/// @param maxConnections connections in all (`connections`)
/// @param maxUnanswered requests of one connection that wait for their answer; one that has so many
///     is not read from (`unanswered-requests`)
/// @param maxLineBytes the longest line of the text dialect, its end included (`text-line-bytes`)
/// @param maxMessageBytes the longest text of a message, in bytes of UTF-8 (`message-bytes`)
/// @param presenceWindow how long a session counts as present after its last use on a connection
/// that
///     is gone (`presence-window`)
public record ChatLimits(
    int maxConnections,
    int maxUnanswered,
    int maxLineBytes,
    int maxMessageBytes,
    Duration presenceWindow) {
  private static final int MOST_BYTES = 64 * 1024;

  /// The limits where nothing is set, with so many connections.
  public static ChatLimits withConnections(int maxConnections) {
    return from(Settings.none(), maxConnections);
  }

  /// Reads the keys above, all there are.
  ///
  /// @param defaultConnections connections in all where nothing is set: what the machine permits
  /// @throws kabar.api.SettingsException if one is unknown or cannot be used
  public static ChatLimits from(Settings settings, int defaultConnections) {
    var limits =
        new ChatLimits(
            settings.integer("connections", defaultConnections, 1, 1_000_000),
            settings.integer("unanswered-requests", 128, 2, 100_000),
            settings.integer("text-line-bytes", 8 * 1024, 64, MOST_BYTES),
            settings.integer("message-bytes", 16 * 1024, 1, MOST_BYTES),
            settings.duration("presence-window", Duration.ofMinutes(5)));
    settings.rejectUnknown();
    return limits;
  }
}
