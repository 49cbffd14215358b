package kabar.api.transport;

import java.time.Duration;
import java.util.List;
import kabar.api.Form;
import kabar.api.Option;
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
  private static final int MOST_BYTES = 64 * 1024 * 1024;

  private static final Option<Integer> MAX_PAYLOAD_BYTES =
      Option.of(
          "max-payload-bytes",
          Form.wholeNumber(64, MOST_BYTES),
          64 * 1024,
          "The longest payload with its line end, in bytes");
  private static final Option<Integer> MAX_QUEUE_BYTES =
      Option.of(
          "max-queue-bytes",
          Form.wholeNumber(1, MOST_BYTES),
          256 * 1024,
          "A connection's outbound queue is full with so many bytes");
  private static final Option<Integer> MAX_QUEUE_ITEMS =
      Option.of(
          "max-queue-items",
          Form.wholeNumber(1, 1_000_000),
          1_000,
          "A connection's outbound queue is full with so many payloads");
  private static final Option<Duration> FIRST_PAYLOAD_TIMEOUT =
      Option.of(
          "first-payload-timeout",
          Form.duration(),
          Duration.ofSeconds(20),
          "How long the first payload may take from its first byte");
  private static final Option<Duration> STALL_TIMEOUT =
      Option.of(
          "stall-timeout",
          Form.duration(),
          Duration.ofSeconds(60),
          "How long a peer may take nothing while its queue is full");
  private static final Option<Duration> CLOSE_TIMEOUT =
      Option.of(
          "close-timeout",
          Form.duration(),
          Duration.ofSeconds(5),
          "How long a close may go on sending");

  /// The options that every transport has, to be listed by {@link TransportProvider#options}.
  public static final List<Option<?>> OPTIONS =
      List.of(
          MAX_PAYLOAD_BYTES,
          MAX_QUEUE_BYTES,
          MAX_QUEUE_ITEMS,
          FIRST_PAYLOAD_TIMEOUT,
          STALL_TIMEOUT,
          CLOSE_TIMEOUT);

  /// The limits where nothing is set.
  public static final TransportLimits DEFAULT = from(Settings.none());

  /// Reads the options above; leaves all others to the caller.
  ///
  /// @throws kabar.api.SettingsException if one cannot be used
  public static TransportLimits from(Settings settings) {
    return new TransportLimits(
        settings.get(MAX_PAYLOAD_BYTES),
        settings.get(MAX_QUEUE_BYTES),
        settings.get(MAX_QUEUE_ITEMS),
        settings.get(FIRST_PAYLOAD_TIMEOUT),
        settings.get(STALL_TIMEOUT),
        settings.get(CLOSE_TIMEOUT));
  }
}
