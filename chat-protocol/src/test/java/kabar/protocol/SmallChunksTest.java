package kabar.protocol;

import static kabar.protocol.Wire.HENDERSON;
import static kabar.protocol.Wire.MESSI;
import static kabar.protocol.Wire.inbox;
import static kabar.protocol.Wire.letter;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The original clients read 64 bytes at a time, decode each piece by itself, and stop when what
/// they have ends with CR LF CR LF.
class SmallChunksTest {
  private static final int CHUNK_BYTES = 64;

  static Stream<Charset> charsets() {
    return Stream.of(StandardCharsets.US_ASCII, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @MethodSource("charsets")
  void carryATextOfEmojiWhereverItIsCut(Charset charset) throws CharacterCodingException {
    for (int shift = 0; shift < CHUNK_BYTES; shift++) {
      var text = "x".repeat(shift) + "\uD83D\uDC4B\u00E9\"".repeat(50) + "x";

      var received = receive(inbox(letter(MESSI, HENDERSON, text)), charset);

      assertThat(message(received)).isEqualTo(" " + text + " \r\n");
    }
  }

  @ParameterizedTest
  @MethodSource("charsets")
  void neverShowTheTerminatorEarly(Charset charset) throws CharacterCodingException {
    var payload = inbox(letter(MESSI, HENDERSON, "\r\n\r\n".repeat(40)));

    assertThat(receive(payload, charset)).hasSize(payload.length);
  }

  @RepeatedTest(300)
  void carryRandomTexts() throws CharacterCodingException {
    long seed = System.nanoTime();
    var text = randomText(new Random(seed));

    var received = receive(inbox(letter(MESSI, HENDERSON, text)), StandardCharsets.US_ASCII);

    assertThat(message(received)).as("seed %d", seed).isEqualTo(" " + text + " \r\n");
  }

  private static String receive(byte[] payload, Charset charset) throws CharacterCodingException {
    var received = new StringBuilder();
    for (int at = 0; at < payload.length; at += CHUNK_BYTES) {
      int end = Math.min(payload.length, at + CHUNK_BYTES);
      var chunk = ByteBuffer.wrap(Arrays.copyOfRange(payload, at, end));
      received.append(charset.newDecoder().decode(chunk));
      if (received.toString().endsWith("\r\n\r\n")) {
        break;
      }
    }
    return received.toString();
  }

  /// What a JSON parser takes the last string of a reply for.
  private static String message(String reply) {
    var last = "";
    try (var parser = new JsonFactory().createParser(ObjectReadContext.empty(), reply)) {
      for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.VALUE_STRING) {
          last = parser.getString();
        }
      }
    }
    return last;
  }

  /// Code points of all lengths, controls included, in equal shares.
  private static String randomText(Random random) {
    var text = new StringBuilder();
    int length = random.nextInt(300);
    while (text.length() < length) {
      int codePoint = random.nextInt(1 << (5 + random.nextInt(17)));
      if (Character.isValidCodePoint(codePoint) && !isSurrogate(codePoint)) {
        text.appendCodePoint(codePoint);
      }
    }
    return text.toString();
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
