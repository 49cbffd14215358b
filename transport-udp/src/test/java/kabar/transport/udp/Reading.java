package kabar.transport.udp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;

/// What is promised of the reading of any datagram.
final class Reading {
  /// Where the nonce of a HELLO ends: the zeros behind it are not looked at.
  private static final int HELLO_BYTES = 11;

  private Reading() {}

  /// Reads a datagram, which must leave it alone, and writes it again as it was.
  static void check(ByteBuffer datagram) {
    var before = datagram.duplicate();
    var message = Message.parse(datagram);

    assertThat(datagram.position()).isEqualTo(before.position());
    assertThat(datagram.limit()).isEqualTo(before.limit());
    message.ifPresent(it -> assertThat(written(it)).isEqualTo(expected(it, before)));
  }

  private static ByteBuffer written(Message message) {
    var buffer = ByteBuffer.allocate(Message.MAX_BYTES);
    message.writeTo(buffer);
    return buffer.flip();
  }

  private static ByteBuffer expected(Message message, ByteBuffer datagram) {
    if (!(message instanceof Handshake.Hello)) {
      return datagram;
    }
    int length = datagram.remaining();
    var zeroed = ByteBuffer.allocate(length).put(datagram.slice(0, HELLO_BYTES));
    Checksum.append(zeroed.position(length - Checksum.BYTES), 0);
    return zeroed.flip();
  }
}
