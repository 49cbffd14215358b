package kabar.protocol;

import static kabar.protocol.Wire.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Random input. A failure names the seed; put it into {@link #seed} to see it again.
class TextFuzzTest {
  private static final int ROUNDS = 200_000;
  private static final List<String> PIECES =
      List.of("auth", "send", "inbox", "logout", " ", "  ", "T1", "messi", "\r", "\n", "\t", "\0");

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  @BeforeEach
  void printSeed() {
    System.out.println("TextFuzzTest: seed " + seed);
  }

  @Test
  void randomBytesAlwaysGiveARequestThatCanBeAnswered() {
    var codec = codec();
    for (int round = 0; round < ROUNDS; round++) {
      var line = new byte[random.nextInt(64)];
      random.nextBytes(line);

      assertAnswered(codec, line);
    }
  }

  @Test
  void randomPiecesOfRequestsAlwaysGiveARequestThatCanBeAnswered() {
    var codec = codec();
    for (int round = 0; round < ROUNDS; round++) {
      var line = new StringBuilder();
      random.ints(random.nextInt(12), 0, PIECES.size()).forEach(i -> line.append(PIECES.get(i)));

      assertAnswered(codec, line.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void randomFirstLinesAlwaysGiveARequestThatCanBeAnswered() {
    for (int round = 0; round < ROUNDS; round++) {
      var line = new byte[random.nextInt(16)];
      random.nextBytes(line);

      assertAnswered(codec(), line);
    }
  }

  private void assertAnswered(TextCodec codec, byte[] line) {
    var payload = ByteBuffer.wrap(line);
    try {
      var request = codec.decode(payload);
      var answer = codec.encode(request, Reply.Refused.because(Reason.LOGIN_REQUIRED));
      if (payload.hasRemaining() || !request.id().isEmpty() || answer.length == 0) {
        throw new AssertionError("not used up, or an id, or no answer");
      }
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError("seed %d: %s".formatted(seed, hex(line)), e);
    }
  }

  private static String hex(byte[] line) {
    return HexFormat.ofDelimiter(" ").formatHex(line);
  }
}
