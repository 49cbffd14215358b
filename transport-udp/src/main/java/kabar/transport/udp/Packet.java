package kabar.transport.udp;

import java.nio.ByteBuffer;
import java.util.Optional;

/// A datagram of a connection. A numbered one carries bytes of the stream or probes the peer, and
/// wants to be acknowledged; one without a number only acknowledges.
///
/// @param isFromAcceptor which of the two ends sent it
/// @param id of the connection
/// @param ack what its sender has received
/// @param number 1 or more, or {@link #UNNUMBERED}
/// @param isLast whether the stream ends with its bytes
/// @param offset where its bytes stand in the stream, 0 or more
/// @param data its bytes, from position to limit, read-only; may be none
record Packet(
    boolean isFromAcceptor,
    long id,
    Ack ack,
    long number,
    boolean isLast,
    long offset,
    ByteBuffer data)
    implements Message {
  /// The number of a packet without one.
  static final long UNNUMBERED = 0;

  private static final int KIND = 0x90;
  private static final int FROM_ACCEPTOR = 0x01;
  private static final int NUMBERED = 0x02;
  private static final int LAST = 0x04;
  private static final int ALL_FLAGS = FROM_ACCEPTOR | NUMBERED | LAST;
  private static final int UNNUMBERED_FIELD_BYTES = Long.BYTES + Ack.BYTES;
  private static final int NUMBERED_FIELD_BYTES = UNNUMBERED_FIELD_BYTES + 2 * Long.BYTES;
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0).asReadOnlyBuffer();

  /// The most bytes of a stream that fit a datagram.
  static final int MAX_DATA_BYTES = MAX_BYTES - 1 - NUMBERED_FIELD_BYTES - Checksum.BYTES;

  /// One that only acknowledges.
  static Packet acknowledging(boolean isFromAcceptor, long id, Ack ack) {
    return new Packet(isFromAcceptor, id, ack, UNNUMBERED, false, 0, NOTHING.duplicate());
  }

  boolean isNumbered() {
    return number != UNNUMBERED;
  }

  static boolean isKind(byte kind) {
    return (kind & ~ALL_FLAGS & 0xFF) == KIND;
  }

  /// Reads the fields after the first byte; empty if they cannot be.
  static Optional<Message> read(byte kind, ByteBuffer fields) {
    var isNumbered = (kind & NUMBERED) != 0;
    var isLast = (kind & LAST) != 0;
    int length = fields.remaining();
    var isWhole =
        isNumbered ? length >= NUMBERED_FIELD_BYTES : length == UNNUMBERED_FIELD_BYTES && !isLast;
    if (!isWhole) {
      return Optional.empty();
    }
    long id = fields.getLong();
    var ack = Ack.read(fields);
    long number = isNumbered ? fields.getLong() : UNNUMBERED;
    long offset = isNumbered ? fields.getLong() : 0;
    var isPossible = ack.isPossible() && offset >= 0 && (!isNumbered || number > 0);
    var packet =
        new Packet(
            (kind & FROM_ACCEPTOR) != 0,
            id,
            ack,
            number,
            isLast,
            offset,
            fields.asReadOnlyBuffer());
    return isPossible ? Optional.of(packet) : Optional.empty();
  }

  @Override
  public void writeFields(ByteBuffer target) {
    int flags =
        (isFromAcceptor ? FROM_ACCEPTOR : 0) | (isNumbered() ? NUMBERED : 0) | (isLast ? LAST : 0);
    target.put((byte) (KIND | flags)).putLong(id);
    ack.writeTo(target);
    if (isNumbered()) {
      target.putLong(number).putLong(offset).put(data.duplicate());
    }
  }
}
