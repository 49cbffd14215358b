package kabar.transport.udp;

import java.nio.ByteBuffer;
import java.util.Optional;

/// One datagram of the handshake or of a connection, as `docs/udp.md` describes it. Everything is
/// big-endian; every datagram ends with a checksum.
sealed interface Message permits Handshake, Reset, Packet {
  /// The longest datagram there is: what every path on the Internet carries (RFC 9000 §14).
  int MAX_BYTES = 1_200;

  /// Reads a whole datagram, from its position to its limit, which are left alone.
  ///
  /// @return empty for what is damaged, cut off or unknown. A packet's data is a view of the
  ///     datagram
  static Optional<Message> parse(ByteBuffer datagram) {
    int length = datagram.remaining();
    if (length <= 1 + Checksum.BYTES || length > MAX_BYTES || !Checksum.isRight(datagram)) {
      return Optional.empty();
    }
    var fields = datagram.slice(datagram.position(), length - Checksum.BYTES);
    byte kind = fields.get();
    if (Packet.isKind(kind)) {
      return Packet.read(kind, fields);
    }
    return kind == Reset.KIND ? Reset.read(fields) : Handshake.read(kind, fields);
  }

  /// Writes the datagram, checksum included, at the buffer's position.
  default void writeTo(ByteBuffer target) {
    int start = target.position();
    writeFields(target);
    Checksum.append(target, start);
  }

  /// Writes all but the checksum.
  void writeFields(ByteBuffer target);
}
