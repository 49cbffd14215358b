package kabar.transport.udp;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/// The last four bytes of every datagram: the CRC-32C (RFC 3720, appendix B.4) of all before them.
/// UDP's own checksum has sixteen bits and may be switched off on the way.
final class Checksum {
  static final int BYTES = 4;

  private Checksum() {}

  /// Whether a datagram, from its position to its limit, ends with what it should.
  static boolean isRight(ByteBuffer datagram) {
    int length = datagram.remaining() - BYTES;
    return datagram.getInt(datagram.position() + length)
        == of(datagram.slice(datagram.position(), length));
  }

  /// Appends the checksum of what stands between `start` and the position.
  static void append(ByteBuffer target, int start) {
    target.putInt(of(target.slice(start, target.position() - start)));
  }

  private static int of(ByteBuffer bytes) {
    var crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }
}
