package kabar.distribution;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests that are wrong, through a real socket: each is answered, and the connection lives on.
final class BadRequestsIT {
  private static final int LINE_LIMIT = 8 * 1024;

  private static PackedServer server;
  private static String token;

  private TextClient client;

  @BeforeAll
  static void startServer(@TempDir Path temporary) throws Exception {
    server =
        PackedServer.demo(
            temporary.resolve("data"), "--set", "limits.wrong-passwords-per-account=1000");
    try (var first = server.connect()) {
      token = first.login("messi");
    }
  }

  @AfterAll
  static void stopServer() throws Exception {
    server.terminate();
    server.awaitExit();
    assertThat(server.out().awaitEnd()).endsWith("\nStopped\n");
    assertThat(server.err().awaitEnd())
        .as("the log shows neither a bug nor a secret")
        .doesNotContain("ERROR", "Exception", "surabaya", "bandung", token);
  }

  @BeforeEach
  void connect() throws Exception {
    client = server.connect();
  }

  @AfterEach
  void theConnectionLivesOn() throws Exception {
    try (var same = client) {
      assertThat(same.ask("users " + token)).contains("messi [Lionel Messi]");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "   ",
        "\t",
        "\r",
        "AUTH messi surabaya",
        "Auth",
        "help",
        "exit",
        "(}",
        "<[>"
      })
  void anEmptyOrUnknownVerb(String request) throws Exception {
    assertThat(client.ask(request)).isEqualTo(Replies.UNKNOWN_COMMAND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "auth",
        "auth ",
        "auth messi",
        "send",
        "send x",
        "inbox",
        "users",
        "online",
        "logout"
      })
  void aMissingParameter(String request) throws Exception {
    assertThat(client.ask(request)).isEqualTo(Replies.INCOMPLETE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"neymar", "Messi", "", "a-name-of-thirty-three-characters", "méssi", "../messi"})
  void aUserWhoIsNotThere(String user) throws Exception {
    assertThat(client.ask("auth " + user + " surabaya")).isEqualTo(Replies.NO_SUCH_LOGIN);
    assertThat(client.ask("send " + token + " " + user + " hey"))
        .isEqualTo(Replies.NO_SUCH_RECEIVER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bandung", "Surabaya", "surabay", "surabayaa", "SURABAYA"})
  void aWrongPassword(String password) throws Exception {
    assertThat(client.ask("auth messi " + password)).isEqualTo(Replies.WRONG_PASSWORD);
  }

  @Test
  void aPasswordOfEightThousandCharacters() throws Exception {
    assertThat(client.ask("auth messi " + "x".repeat(8_000))).isEqualTo(Replies.WRONG_PASSWORD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x", "00000000-0000-0000-0000-000000000000", "null", "é", "%s%n", "{\"a\":1}"})
  void aTokenThatIsNone(String garbage) throws Exception {
    assertThat(client.ask("inbox " + garbage)).isEqualTo(Replies.NO_SESSION);
    assertThat(client.ask("users " + garbage)).isEqualTo(Replies.NO_SESSION);
    assertThat(client.ask("online " + garbage)).isEqualTo(Replies.NO_SESSION);
    assertThat(client.ask("logout " + garbage)).isEqualTo(Replies.NO_SESSION);
    assertThat(client.ask("send " + garbage + " messi hey")).isEqualTo(Replies.NO_SESSION);
  }

  @Test
  void aTokenInCapitals() throws Exception {
    assertThat(client.ask("users " + token.toUpperCase(Locale.ROOT))).isEqualTo(Replies.NO_SESSION);
  }

  @Test
  void aTokenThatWasLoggedOut() throws Exception {
    var dead = client.login("lineker");
    assertThat(client.ask("logout " + dead)).isEqualTo(Replies.loggedOut("lineker [Gary Lineker]"));

    assertThat(client.ask("users " + dead)).isEqualTo(Replies.NO_SESSION);
    assertThat(client.ask("logout " + dead)).isEqualTo(Replies.NO_SESSION);
    assertThat(client.ask("send " + dead + " messi hey")).isEqualTo(Replies.NO_SESSION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00ff", // never part of UTF-8
        "auth messi \u00c3", // the first half of a character
        "auth messi \u00c0\u0080", // NUL in two bytes
        "auth messi \u00ed\u00a0\u0080", // half of a surrogate pair
        "auth messi \u00f4\u0090\u0080\u0080", // beyond the last character
        "\u00fe\u00fflogout x"
      })
  void bytesThatAreNotUtf8(String bytes) throws Exception {
    client.write((bytes + "\n").getBytes(ISO_8859_1));

    assertThat(client.reply()).isEqualTo(Replies.NOT_UTF8);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "0auth messi surabaya,   **Protocol Tidak Benar",
    "au0th messi surabaya,   **Protocol Tidak Benar",
    "auth0 messi surabaya,   **Protocol Tidak Benar",
    "0,                      **Protocol Tidak Benar",
    "auth 0messi surabaya,   User Tidak Ada",
    "auth me0ssi surabaya,   User Tidak Ada",
    "auth messi0 surabaya,   User Tidak Ada",
    "auth messi 0surabaya,   Password Salah",
    "auth messi sura0baya,   Password Salah",
    "auth messi surabaya0,   Password Salah",
    "users 0,                Session Tidak Ditemukan"
  })
  void aNulByte(String request, String message) throws Exception {
    client.write(request.replace('0', '\0') + "\n");

    assertThat(client.reply()).isEqualTo(Replies.error(message));
  }

  @Test
  void aNulByteBehindATokenOrAReceiverMakesItAnother() throws Exception {
    assertThat(client.ask("users " + token + "\0")).isEqualTo(Replies.NO_SESSION);
    assertThat(client.ask("send " + token + " messi\0 hey")).isEqualTo(Replies.NO_SUCH_RECEIVER);
  }

  @Test
  void aNulByteInAMessageIsKept() throws Exception {
    var henderson = client.login("henderson");

    assertThat(client.ask("send " + token + " henderson \0a\0b\0")).isEqualTo(Replies.SENT);

    assertThat(client.ask("inbox " + henderson))
        .isEqualTo(Replies.inbox("\\u0000a\\u0000b\\u0000"));
  }

  @Test
  void tenMegabytesWithoutAnEndAreAnsweredOnce() throws Exception {
    var megabyte = new byte[1024 * 1024];
    Arrays.fill(megabyte, (byte) 'x');
    for (int i = 0; i < 10; i++) {
      client.write(megabyte);
    }
    assertThat(client.reply()).isEqualTo(Replies.LONG_LINE);

    client.write("\n");

    assertThat(client.ask("inbox")).isEqualTo(Replies.INCOMPLETE);
  }

  @Test
  void nineThousandBytesAreAnsweredOnce() throws Exception {
    assertThat(client.ask("x".repeat(9_000))).isEqualTo(Replies.LONG_LINE);
    assertThat(client.ask("inbox")).isEqualTo(Replies.INCOMPLETE);
  }

  @Test
  void theLimitOfALineCountsItsEnd() throws Exception {
    var start = "send " + token + " lineker ";
    var longest = start + "x".repeat(LINE_LIMIT - start.length() - 1);

    assertThat(client.ask(longest)).isEqualTo(Replies.SENT);
    assertThat(client.ask(longest + "x")).isEqualTo(Replies.LONG_LINE);
  }

  @Test
  void anHttpRequestThatIsNotTheFirstLineIsJustWrong() throws Exception {
    assertThat(client.ask("inbox")).isEqualTo(Replies.INCOMPLETE);

    assertThat(client.ask("GET / HTTP/1.1\r")).isEqualTo(Replies.UNKNOWN_COMMAND);
  }

  @Test
  void aPeerThatBreaksOffInTheMiddleLeavesTheOthersAlone() throws Exception {
    for (int i = 0; i < 20; i++) {
      var breaking = server.connect();
      breaking.write(("users " + token + "\n").repeat(500) + "auth messi sura");
      breaking.reset();
    }

    assertThat(client.ask("inbox")).isEqualTo(Replies.INCOMPLETE);
  }
}
