package kabar.transport.udp;

import java.nio.ByteBuffer;

/// A piece of a stream as it is sent, as often as it takes.
///
/// @param offset where it stands in the stream
/// @param bytes a read-only view, from position to limit; none for a probe
/// @param isLast whether the stream ends with it
record Segment(long offset, ByteBuffer bytes, boolean isLast) {

  /// One without bytes, which asks for nothing but an acknowledgement.
  static Segment probe(long offset) {
    return new Segment(offset, ByteBuffer.allocate(0).asReadOnlyBuffer(), false);
  }

  boolean isProbe() {
    return !isLast && !bytes.hasRemaining();
  }

  long end() {
    return offset + bytes.remaining();
  }
}
