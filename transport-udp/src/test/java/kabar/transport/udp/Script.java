package kabar.transport.udp;

import java.nio.ByteBuffer;

/// Bytes that are read as choices; zeros follow the last.
final class Script {
  /// Stands for a number that is nearly too large.
  private static final int HUGE = 0xFFFF;

  private final ByteBuffer bytes;

  Script(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes);
  }

  boolean hasNext() {
    return bytes.hasRemaining();
  }

  /// 0..255.
  int next() {
    return bytes.hasRemaining() ? Byte.toUnsignedInt(bytes.get()) : 0;
  }

  /// 0..65,535.
  int nextShort() {
    return next() << 8 | next();
  }

  /// 0..65,534, or just below 2^63.
  long nextNumber() {
    int number = nextShort();
    return number == HUGE ? Long.MAX_VALUE - next() : number;
  }

  /// A length, 0..1,196, and so many bytes, if there are.
  byte[] nextBytes() {
    int length = nextShort() % (Message.MAX_BYTES - Checksum.BYTES + 1);
    var next = new byte[Math.min(length, bytes.remaining())];
    bytes.get(next);
    return next;
  }
}
