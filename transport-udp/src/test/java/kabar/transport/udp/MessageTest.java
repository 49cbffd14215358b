package kabar.transport.udp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessageTest {
  private static final Cookie COOKIE = new Cookie(-1, 2, -3);
  private static final Ack ACK = new Ack(70, -1, 65_536, 65_535);

  static Stream<Message> messages() {
    return Stream.of(
        new Handshake.Hello(1, 255, -7),
        new Handshake.Offer(1, 7, COOKIE),
        new Handshake.Open(200, 7, COOKIE),
        new Handshake.Accept(1, 7, -8),
        new Handshake.Refused(7, 2, 1, 3),
        new Reset(Long.MIN_VALUE),
        Packet.acknowledging(true, 7, ACK),
        packet("hello\n", false),
        packet("", true),
        packet("x".repeat(Packet.MAX_DATA_BYTES), true));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void readsWhatItHasWritten(Message message) {
    assertThat(Message.parse(datagram(message))).contains(message);
  }

  @ParameterizedTest
  @MethodSource("messages")
  void ignoresAMessageThatIsCutOffOrGoesOn(Message message) {
    var whole = datagram(message);

    for (int length = 0; length < whole.remaining(); length++) {
      assertThat(Message.parse(whole.slice(0, length))).as("%d bytes", length).isEmpty();
    }
    var longer = ByteBuffer.allocate(whole.remaining() + 1).put(whole.duplicate()).rewind();
    assertThat(Message.parse(longer)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("messages")
  void ignoresAMessageWithAnotherBit(Message message) {
    var bytes = datagram(message);

    for (int bit = 0; bit < bytes.remaining() * 8; bit++) {
      var other = ByteBuffer.allocate(bytes.remaining()).put(bytes.duplicate()).flip();
      other.put(bit / 8, (byte) (other.get(bit / 8) ^ 1 << bit % 8));
      assertThat(Message.parse(other)).as("bit %d", bit).isEmpty();
    }
  }

  @Test
  void ignoresFieldsOfTheWrongLengthThoughTheChecksumIsRight() {
    for (int kind = 0x80; kind <= 0xFF; kind++) {
      for (int length : List.of(0, 1, 7, 12, 33, 50, 1_194)) {
        var buffer = ByteBuffer.allocate(Message.MAX_BYTES);
        buffer.put((byte) kind).put(new byte[length]);
        Checksum.append(buffer, 0);
        assertThat(Message.parse(buffer.flip())).as("%x, %d bytes", kind, length).isEmpty();
      }
    }
  }

  @Test
  void ignoresNumbersThatCannotBe() {
    var data = ByteBuffer.allocate(0);

    for (var packet :
        List.of(
            new Packet(false, 1, new Ack(-1, 0, 0, 0), 1, false, 0, data),
            new Packet(false, 1, new Ack(0, 0, -1, 0), 1, false, 0, data),
            new Packet(false, 1, ACK, -1, false, 0, data),
            new Packet(false, 1, ACK, 1, false, -1, data))) {
      assertThat(Message.parse(datagram(packet))).as("%s", packet).isEmpty();
    }
  }

  @Test
  void standsNoNonsense() {
    var random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      var bytes = new byte[random.nextInt(1_500)];
      random.nextBytes(bytes);
      assertThat(Message.parse(ByteBuffer.wrap(bytes))).isEmpty();
    }
  }

  /// The bytes of the wire, so that no change of a record changes them unnoticed.
  @Test
  void isOnTheWireAsItsPageSays() {
    assertThat(hex(new Reset(0x0102030405060708L))).startsWith("860102030405060708");
    assertThat(hex(new Handshake.Hello(1, 2, 3)))
        .startsWith("8101020000000000000003" + "00".repeat(37));
    assertThat(hex(new Handshake.Offer(1, 3, new Cookie(4, 5, 6))))
        .startsWith("82010000000000000003" + "00000004" + "0000000000000005" + "0000000000000006");
    assertThat(hex(new Handshake.Accept(1, 3, 4)))
        .startsWith("8401" + "0000000000000003" + "0000000000000004");
    assertThat(hex(new Handshake.Refused(3, 2, 1, 4)))
        .startsWith("85" + "0000000000000003" + "020104");
    assertThat(hex(packet("A", true)))
        .startsWith(
            "97"
                + "0000000000000007"
                + "0000000000000046"
                + "ffffffffffffffff"
                + "0000000000010000"
                + "ffff"
                + "0000000000000009"
                + "000000000000000b"
                + "41");
    // RFC 3720, appendix B.4: 32 bytes of zeros have the checksum aa 36 91 8a, first byte first.
    var zeros = ByteBuffer.allocate(36).position(32);
    Checksum.append(zeros, 0);
    assertThat(zeros.getInt(32)).isEqualTo(Integer.reverseBytes(0xaa36918a));
  }

  private static Packet packet(String text, boolean isLast) {
    var data = ByteBuffer.wrap(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    return new Packet(true, 7, ACK, 9, isLast, 11, data);
  }

  private static String hex(Message message) {
    var bytes = new byte[datagram(message).remaining()];
    datagram(message).get(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static ByteBuffer datagram(Message message) {
    var buffer = ByteBuffer.allocate(Message.MAX_BYTES);
    message.writeTo(buffer);
    return buffer.flip();
  }
}
