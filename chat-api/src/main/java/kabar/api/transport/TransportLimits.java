package kabar.api.transport;

import java.time.Duration;
import kabar.api.Settings;

/// The limits that every transport keeps, per connection.
///
/// @param maxPayloadBytes the longest payload with its line end, 64 or more (`max-payload-bytes`)
/// @param maxQueueBytes a queue of so many bytes is full (`max-queue-bytes`)
/// @param maxQueueItems a queue of so many payloads is full (`max-queue-items`)
/// @param firstPayload how long the first payload may take from its first byte
///     (`first-payload-timeout`)
/// @param stall how long a peer may take nothing while its queue is full (`stall-timeout`)
/// @param close how long a close may go on sending (`close-timeout`)
public record TransportLimits(
    int maxPayloadBytes,
    int maxQueueBytes,
    int maxQueueItems,
    Duration firstPayload,
    Duration stall,
    Duration close) {

  /// The limits where nothing is set.
  public static final TransportLimits DEFAULT =
      new TransportLimits(
          64 * 1024,
          256 * 1024,
          1_000,
          Duration.ofSeconds(20),
          Duration.ofSeconds(60),
          Duration.ofSeconds(5));

  /// Reads the keys above; leaves all others to the caller.
  ///
  /// @throws kabar.api.SettingsException if one cannot be used
  public static TransportLimits from(Settings settings) {
    int most = 64 * 1024 * 1024;
    return new TransportLimits(
        settings.integer("max-payload-bytes", DEFAULT.maxPayloadBytes, 64, most),
        settings.integer("max-queue-bytes", DEFAULT.maxQueueBytes, 1, most),
        settings.integer("max-queue-items", DEFAULT.maxQueueItems, 1, 1_000_000),
        settings.duration("first-payload-timeout", DEFAULT.firstPayload),
        settings.duration("stall-timeout", DEFAULT.stall),
        settings.duration("close-timeout", DEFAULT.close));
  }
}
