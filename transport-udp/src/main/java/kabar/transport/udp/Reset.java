package kabar.transport.udp;

import java.nio.ByteBuffer;
import java.util.Optional;

/// There is no such connection here, or none any more. Shorter than any packet, so that it can
/// answer one without making more of it.
///
/// @param id of the connection
record Reset(long id) implements Message {
  static final byte KIND = (byte) 0x86;

  /// Reads the fields after the first byte; empty if there are not as many as there should be.
  static Optional<Message> read(ByteBuffer fields) {
    return fields.remaining() == Long.BYTES
        ? Optional.of(new Reset(fields.getLong()))
        : Optional.empty();
  }

  @Override
  public void writeFields(ByteBuffer target) {
    target.put(KIND).putLong(id);
  }
}
