package kabar.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static kabar.protocol.RpcWire.CLIENT;
import static kabar.protocol.RpcWire.SERVER;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Random input for both ends. A failure names the seed; run it again with `-Dkabar.seed=…`.
class RpcFuzzTest {
  private static final int ROUNDS = 100_000;
  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "\"",
          "\\",
          "\\ud800",
          "\\u0000",
          "null",
          "true",
          "-",
          "1e9",
          "\"jsonrpc\":\"2.0\",",
          "\"id\":",
          "\"method\":",
          "\"send\"",
          "\"params\":{",
          "\"limit\":",
          "\"result\":",
          "\"error\":{",
          "\"code\":",
          "\n",
          "\0",
          "9".repeat(70),
          "[".repeat(20));

  private final long seed = Long.getLong("kabar.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final RandomValues values = new RandomValues(random);

  @BeforeEach
  void printSeed() {
    System.out.println("RpcFuzzTest: seed " + seed);
  }

  @Test
  void randomBytesAlwaysGiveARequestAndSomethingToAClient() {
    for (int round = 0; round < ROUNDS; round++) {
      var line = new byte[random.nextInt(64)];
      random.nextBytes(line);

      assertRead(line);
    }
  }

  @Test
  void randomPiecesAlwaysGiveARequestAndSomethingToAClient() {
    for (int round = 0; round < ROUNDS; round++) {
      var line = new StringBuilder(random.nextBoolean() ? "{" : "");
      random.ints(random.nextInt(16), 0, PIECES.size()).forEach(i -> line.append(PIECES.get(i)));

      assertRead(line.toString().getBytes(UTF_8));
    }
  }

  @Test
  void damagedRequestsAnswersAndNotificationsAlwaysGiveSomething() {
    var commands = RpcRoundTripTest.commands().toList();
    var events = RpcRoundTripTest.events().toList();
    for (int round = 0; round < ROUNDS; round++) {
      assertRead(damaged(CLIENT.request(1, (Command) values.of(any(commands)))));
      assertRead(damaged(SERVER.encode((Event) values.of(any(events)))));
      assertRead(damaged(answer()));
    }
  }

  private byte[] answer() {
    var reply = (Reply) values.of(any(RpcRoundTripTest.replies().toList()));
    return SERVER.encode(new Request(new Command.Ping(), "1"), reply);
  }

  private Class<?> any(List<Class<?>> types) {
    return types.get(random.nextInt(types.size()));
  }

  /// With some bytes lost, doubled or changed.
  private byte[] damaged(byte[] line) {
    var damaged = line;
    for (int i = random.nextInt(4); i >= 0; i--) {
      int from = random.nextInt(damaged.length + 1);
      int to = Math.min(damaged.length, from + random.nextInt(6));
      damaged =
          switch (random.nextInt(3)) {
            case 0 -> joined(Arrays.copyOf(damaged, from), tail(damaged, to));
            case 1 -> joined(Arrays.copyOf(damaged, to), tail(damaged, from));
            default -> changed(damaged, from);
          };
    }
    return damaged;
  }

  private byte[] changed(byte[] line, int at) {
    var changed = line.clone();
    if (at < changed.length) {
      changed[at] = (byte) random.nextInt(256);
    }
    return changed;
  }

  private static byte[] tail(byte[] line, int from) {
    return Arrays.copyOfRange(line, from, line.length);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    var joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }

  private void assertRead(byte[] line) {
    try {
      assertAnswered(line);
      var payload = ByteBuffer.wrap(line);
      var _ = CLIENT.read(payload, _ -> new Command.ListSessions());
      assertUsedUp(payload);
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      throw new AssertionError("seed %d: %s".formatted(seed, new String(line, ISO_8859_1)), e);
    }
  }

  private static void assertAnswered(byte[] line) {
    var payload = ByteBuffer.wrap(line);
    var request = SERVER.decode(payload);
    var answer = SERVER.encode(request, Reply.Refused.because(Reason.LOGIN_REQUIRED));
    assertUsedUp(payload);
    if ((answer.length == 0) != request.id().isEmpty()) {
      throw new AssertionError("an answer that nobody wants, or none");
    }
    if (answer.length > 0) {
      RpcWire.line(answer);
    }
  }

  private static void assertUsedUp(ByteBuffer payload) {
    if (payload.hasRemaining()) {
      throw new AssertionError("not used up");
    }
  }
}
