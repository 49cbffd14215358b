package kabar.testkit.transport;

import java.nio.charset.StandardCharsets;
import kabar.api.transport.CloseCause;

/// One call of a receiver.
public sealed interface Event {

  /// A payload came.
  ///
  /// @param text the payload, a character for each byte (ISO 8859-1)
  record Received(String text) implements Event {

    /// The payload as it came.
    public byte[] bytes() {
      return text.getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  /// A payload over the limit was dropped.
  record Oversized() implements Event {}

  /// There is room in the queue again.
  record Drained() implements Event {}

  /// The peer sends nothing more.
  record Finished() implements Event {}

  /// The connection is gone.
  record Closed(CloseCause cause) implements Event {}
}
