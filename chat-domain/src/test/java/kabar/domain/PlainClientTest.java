package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/// The original clients live with everything that the server says.
class PlainClientTest {
  private static final int MOST_CODE_POINTS = 100;
  private static final int MESSAGES = 30;

  /// What is likely to be taken for something else.
  private static final List<String> AWKWARD =
      List.of(
          "\0",
          "\u007F",
          "\u2028",
          "\u2029",
          "\u0085",
          "\u00A0",
          "\uFEFF",
          "\uFFFD",
          "\uFFFF",
          "e\u0301",
          "\uD83D\uDC68\u200D\uD83D\uDC69",
          "\uDBFF\uDFFD",
          "\r",
          "\t",
          "\b",
          "\f",
          "\u001B",
          "\"",
          "\\",
          "\\u0041",
          "/",
          "\u0600",
          "\u202E");

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private DemoServer server;
  private PlainClient client;

  @BeforeEach
  void connect() throws IOException {
    System.out.println("PlainClientTest: seed " + seed);
    server = DemoServer.startTcp(DemoServer.withoutPace(2));
    client = new PlainClient(server.socket());
  }

  @AfterEach
  void disconnect() throws IOException {
    client.close();
    server.close();
  }

  @Test
  void liveWithEveryKindOfReply() throws IOException {
    var token = client.login("messi");

    assertThat(client.ask("auth messi bandung")).isEqualTo(error("Password Salah"));
    assertThat(client.ask("auth neymar bandung")).isEqualTo(error("User Tidak Ada"));
    assertThat(client.ask("send " + token)).isEqualTo(error("--Protocol Tidak Benar"));
    assertThat(client.ask("help")).isEqualTo(error("**Protocol Tidak Benar"));
    assertThat(client.ask("send " + token + " neymar hey"))
        .isEqualTo(error("User Tidak Ditemukan"));
    assertThat(client.ask("inbox nope")).isEqualTo(error("Session Tidak Ditemukan"));
    assertThat(client.ask("send " + token + " messi hey"))
        .isEqualTo(Map.of("status", "OK", "message", "Message Sent"));
    assertThat(client.ask("inbox " + token)).isEqualTo(inbox(" hey \r\n"));
    assertThat(client.ask("users " + token))
        .isEqualTo(Map.of("status", "OK", "messages", List.of("messi [Lionel Messi]")));
    assertThat(client.ask("online " + token)).isEqualTo(Map.of("status", "OK", "users", List.of()));
    assertThat(client.ask("logout " + token))
        .isEqualTo(
            Map.of("status", "OK", "messages", "LOGGING OUT: messi [Lionel Messi]", "tokenid", ""));
  }

  @Test
  void liveOnAfterLinesThatCannotBeRead() throws IOException {
    var tooLong = error("Permintaan Terlalu Panjang");

    assertThat(client.ask("x".repeat(9_000))).isEqualTo(tooLong);
    assertThat(client.ask("x".repeat(70_000))).isEqualTo(tooLong);
    assertThat(client.ask(new byte[] {'a', (byte) 0xC3, '\n'})).isEqualTo(error("Bukan UTF-8"));
    assertThat(client.login("messi")).hasSize(36);
  }

  @Test
  void liveWithABusyServer() throws IOException {
    server.store().close();

    assertThat(client.ask("auth messi surabaya")).isEqualTo(error("Server Sedang Sibuk"));
  }

  @RepeatedTest(10)
  void readWhatWasSentWhateverItIs() throws IOException {
    var token = client.login("messi");
    var shown = new ArrayList<String>();
    for (int i = 0; i < MESSAGES; i++) {
      var text = "<" + randomText() + ">";
      shown.add(" " + text + " \r\n");
      client.ask("send %s messi %s".formatted(token, text));
    }

    assertThat(client.ask("inbox " + token))
        .as("seed %d", seed)
        .isEqualTo(inbox(shown.toArray(String[]::new)));
  }

  private static Map<String, ?> error(String message) {
    return Map.of("status", "ERROR", "message", message);
  }

  /// Messages of messi to himself.
  private static Map<String, ?> inbox(String... texts) {
    var letters = new ArrayList<Map<String, String>>();
    for (var text : texts) {
      letters.add(Map.of("msg_from", "Lionel Messi", "msg_to", "Lionel Messi", "msg", text));
    }
    return Map.of("status", "OK", "messages", Map.of("messi", letters));
  }

  /// Awkward characters among code points of all lengths; no line end, which would end the request.
  private String randomText() {
    var text = new StringBuilder();
    for (int i = random.nextInt(MOST_CODE_POINTS); i > 0; i--) {
      if (random.nextInt(4) == 0) {
        text.append(AWKWARD.get(random.nextInt(AWKWARD.size())));
      } else {
        text.appendCodePoint(randomCodePoint());
      }
    }
    return text.toString();
  }

  private int randomCodePoint() {
    int codePoint = random.nextInt(1 << (7 + random.nextInt(15)));
    var usable =
        Character.isValidCodePoint(codePoint)
            && Character.getType(codePoint) != Character.SURROGATE
            && codePoint != '\n';
    return usable ? codePoint : randomCodePoint();
  }
}
