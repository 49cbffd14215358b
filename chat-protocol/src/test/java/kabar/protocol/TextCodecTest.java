package kabar.protocol;

import static kabar.protocol.Wire.codec;
import static kabar.protocol.Wire.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import kabar.protocol.Command.Inbox;
import kabar.protocol.Command.Login;
import kabar.protocol.Command.Malformed;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextCodecTest {
  private static final Malformed UNKNOWN = unreadable(Reason.UNKNOWN_COMMAND);
  private static final Malformed FOREIGN = unreadable(Reason.FOREIGN_PROTOCOL);
  private static final Malformed TOO_LONG = unreadable(Reason.LINE_TOO_LONG);
  private static final Malformed NOT_UTF8 = unreadable(Reason.NOT_UTF8);

  @Nested
  class APayload {

    @Test
    void isUsedUp() {
      var payload = ByteBuffer.wrap("xinbox T1\ny".getBytes(StandardCharsets.UTF_8), 1, 9);

      var request = codec().decode(payload);

      assertThat(request).isEqualTo(new Request(new Inbox("T1"), ""));
      assertThat(payload.position()).isEqualTo(10);
    }

    @Test
    void mayBeDirectOrReadOnly() {
      var bytes = "inbox T1\n".getBytes(StandardCharsets.UTF_8);
      var direct = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
      var readOnly = ByteBuffer.wrap(bytes).asReadOnlyBuffer();

      assertThat(codec().decode(direct).command()).isEqualTo(new Inbox("T1"));
      assertThat(codec().decode(readOnly).command()).isEqualTo(new Inbox("T1"));
    }
  }

  @Nested
  class ALineThatIsTooLong {

    @Test
    void isLongerThanTheLimitWithItsLineEnd() {
      var codec = new TextCodec(new TextDialect(LogoutForm.CHAT, 10));

      assertThat(read(codec, "inbox 12\r\n")).isEqualTo(new Inbox("12"));
      assertThat(read(codec, "inbox 123\r\n")).isEqualTo(TOO_LONG);
    }

    @Test
    void isLongerThanEightKibibytesByDefault() {
      var token = "1".repeat(8192 - "inbox \n".length());

      assertThat(read("inbox " + token + "\n")).isEqualTo(new Inbox(token));
      assertThat(read("inbox 1" + token + "\n")).isEqualTo(TOO_LONG);
    }

    @Test
    void isMeasuredInBytes() {
      var codec = new TextCodec(new TextDialect(LogoutForm.CHAT, 10));

      assertThat(read(codec, "inbox 1\u00E9\n")).isEqualTo(new Inbox("1\u00E9"));
      assertThat(read(codec, "inbox \u00E9\u00E9\n")).isEqualTo(TOO_LONG);
    }

    @Test
    void mayHaveBeenDroppedByTheTransport() {
      assertThat(codec().oversized()).isEqualTo(new Request(TOO_LONG, ""));
    }

    @Test
    void harmsNoLineAfterIt() {
      var codec = codec();

      read(codec, "x".repeat(9000) + "\n");
      codec.oversized();

      assertThat(read(codec, "inbox T1\n")).isEqualTo(new Inbox("T1"));
    }

    @Test
    void needsALimit() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new TextDialect(LogoutForm.CHAT, 0))
          .withMessage("maxLineBytes: cannot use '0' (expected 1 or more)");
    }
  }

  @Nested
  class ALineThatIsNotUtf8 {

    @ParameterizedTest
    @ValueSource(strings = {"FF FE", "80", "C3", "C0 80", "ED A0 80", "F4 90 80 80", "E2 82"})
    void isReadAsThat(String hex) {
      assertThat(read(codec(), sendOf(hex))).isEqualTo(NOT_UTF8);
    }

    @Test
    void isReadAsThatBesideAReplacementCharacter() {
      assertThat(read(codec(), sendOf("EF BF BD FF"))).isEqualTo(NOT_UTF8);
      assertThat(read(codec(), sendOf("EF BF BD 41"))).isNotEqualTo(NOT_UTF8);
    }

    @Test
    void isReadAsThatWhateverItsVerb() {
      assertThat(read(codec(), new byte[] {(byte) 0xFF, '\n'})).isEqualTo(NOT_UTF8);
    }

    @Test
    void harmsNoLineAfterIt() {
      var codec = codec();

      read(codec, sendOf("FF"));

      assertThat(read(codec, "inbox T1\n")).isEqualTo(new Inbox("T1"));
    }

    private static byte[] sendOf(String hex) {
      var line = new StringBuilder("send T1 messi ");
      for (var octet : hex.split(" ", -1)) {
        line.append((char) Integer.parseInt(octet, 16));
      }
      return line.append(" \r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  @Nested
  class AForeignProtocol {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "GET / HTTP/1.1\r\n",
          "POST /login?next=%2F HTTP/1.0\r\n",
          "OPTIONS * HTTP/1.1\n",
          "PRI * HTTP/2.0\r\n",
          "M-SEARCH * HTTP/1.1\r\n",
          "CONNECT example.org:443 HTTP/1.1"
        })
    void isHttp(String line) {
      assertThat(read(line)).isEqualTo(FOREIGN);
    }

    @Test
    void isHttpHoweverLongItsTarget() {
      assertThat(read("GET /" + "x".repeat(9000) + " HTTP/1.1\r\n")).isEqualTo(FOREIGN);
    }

    @Test
    void isTls() {
      var hello = new byte[] {0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, (byte) 0xFC};

      assertThat(read(codec(), hello)).isEqualTo(FOREIGN);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "GET /\r\n",
          "get / HTTP/1.1\r\n",
          "GET / HTTP/11\r\n",
          "GET  HTTP/1.1\r\n",
          "Host: example.org\r\n",
          "\u0016\n",
          "\u0003\u0016\n"
        })
    void isNotWhateverLooksLikeItHalfWay(String line) {
      assertThat(read(line)).isEqualTo(UNKNOWN);
    }

    @Test
    void isNeverARequestOfOurs() {
      assertThat(read("auth messi HTTP/1.1\r\n")).isEqualTo(new Login("messi", "HTTP/1.1"));
    }

    @Test
    void isLookedForInTheFirstLineOnly() {
      var codec = codec();

      read(codec, "inbox T1\n");

      assertThat(read(codec, "GET / HTTP/1.1\r\n")).isEqualTo(UNKNOWN);
      assertThat(read(codec, "\u0016\u0003\u0001\n")).isEqualTo(UNKNOWN);
    }

    @Test
    void isNotLookedForAfterAnOversizedFirstLine() {
      var codec = codec();

      codec.oversized();

      assertThat(read(codec, "GET / HTTP/1.1\r\n")).isEqualTo(UNKNOWN);
    }
  }

  private static Malformed unreadable(Reason reason) {
    return new Malformed("unknown", reason);
  }
}
