package kabar.testkit.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HostileServerTest {
  private static final int DEADLINE_MILLIS = 20_000;
  private static final List<HostileText> TEXTS = HostileTexts.wellFormed();
  private static final String TITLE = "\\u001b]0;pwned\\u0007\\u001b]2;pwned\\u001b\\\\";

  private final HostileServer server = HostileServer.open();
  private final Socket socket =
      new Socket(InetAddress.getLoopbackAddress(), server.address().getPort());
  private final BufferedReader lines =
      new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));

  HostileServerTest() throws IOException {
    socket.setSoTimeout(DEADLINE_MILLIS);
  }

  @AfterEach
  void close() throws IOException {
    socket.close();
    server.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          resume    | {"user":"messi","displayName":"Lionel Messi","cursor":"c-0"}
          logout    | {"user":"messi","displayName":"Lionel Messi","cursor":"c-0"}
          login     | {"token":"5f3a9c9e-0000-4000-8000-000000000001","user":"messi","displayName":"Lionel Messi","cursor":"c-0"}
          register  | {"token":"5f3a9c9e-0000-4000-8000-000000000001","user":"messi","displayName":"Lionel Messi","cursor":"c-0"}
          subscribe | {"cursor":"c-0"}
          ping      | {"at":"2026-01-01T12:00:00.000Z","cursor":"c-0"}
          presence  | {}
          typing    | {}
          """)
  void letsAnybodyIn(String method, String result) throws IOException {
    assertThat(ask(method, "{}"))
        .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":" + result + "}");
  }

  @Test
  void answersWhatItWasToldToRemember() throws IOException {
    assertThat(ask("read", "{\"with\":\"a\\\"b\",\"upTo\":\"h3\"}"))
        .endsWith("\"result\":{\"with\":\"a\\\"b\",\"upTo\":\"h3\"}}");
  }

  @Test
  void hasHostileWordsForItself() throws IOException {
    assertThat(ask("hello", "{}")).contains("\"server\":\"" + TITLE + "\"", "\"subscribe\"]");
  }

  @Test
  void hasSomebodyForEachText() throws IOException {
    var answer = ask("users", "{}");

    assertThat(count(answer, "\"presence\":")).isEqualTo(TEXTS.size());
    assertThat(answer).contains("\"user\":\"u0\",\"displayName\":\"" + TITLE + "\"");
    assertThat(answer).contains("\"user\":" + Json.string(TEXTS.get(1).text()));
  }

  @Test
  void hasAConversationWithEachOfThemAndWithTheEnemy() throws IOException {
    var answer = ask("conversations", "{}");

    assertThat(count(answer, "\"unread\":")).isEqualTo(TEXTS.size() + 1);
    assertThat(answer).contains("[{\"with\":\"mallory\"");
  }

  @Test
  void saysThatTheEnemyHasWrittenEverything() throws IOException {
    var answer = ask("history", "{\"with\":\"mallory\",\"limit\":50}");

    assertThat(TEXTS).allMatch(text -> answer.contains("\"text\":" + Json.string(text.text())));
  }

  @Test
  void saysThatTheOthersHaveWrittenWhatTheyAre() throws IOException {
    assertThat(ask("history", "{\"with\":\"u0\"}"))
        .isEqualTo(
            "{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":{\"messages\":[{\"id\":\"h0\",\"from\":\"u0\","
                + "\"to\":\"messi\",\"text\":\""
                + TITLE
                + "\",\"at\":\"2026-01-01T12:00:00.000Z\"}],\"more\":false}}");
  }

  @Test
  void hasNothingOlderAndNothingNewer() throws IOException {
    assertThat(ask("history", "{\"with\":\"mallory\",\"before\":\"h0\"}"))
        .contains("\"messages\":[],\"more\":false");
    assertThat(ask("history", "{\"with\":\"mallory\",\"after\":\"h9\"}"))
        .contains("\"messages\":[],\"more\":false");
  }

  @Test
  void refusesEachMessageInOtherWords() throws IOException {
    var first = ask("send", "{\"to\":\"mallory\",\"text\":\"hi\",\"key\":\"k\"}");
    var second = ask("send", "{\"to\":\"mallory\",\"text\":\"hi\",\"key\":\"k\"}");

    assertThat(first).contains("\"error\":{\"code\":1,\"message\":\"" + TITLE + "\"");
    assertThat(second).contains("\"message\":" + Json.string(TEXTS.get(1).text()));
  }

  @Test
  void tellsOfMessagesAlsoOfThoseWithoutAFormInUtf8() throws IOException {
    assertThat(ask("ping", "{}")).contains("c-0");

    server.tell("a\ud83db");

    assertThat(lines.readLine())
        .isEqualTo(
            "{\"jsonrpc\":\"2.0\",\"method\":\"message\",\"params\":{\"id\":\"t1\",\"from\":\"mallory\","
                + "\"to\":\"messi\",\"text\":\"a\\ud83db\",\"at\":\"2026-01-01T12:00:00.000Z\","
                + "\"cursor\":\"c-1\"}}");
    assertThat(ask("ping", "{}")).contains("\"cursor\":\"c-1\"");
  }

  @Test
  void tellsEverythingInAllWays() throws IOException {
    assertThat(ask("ping", "{}")).contains("c-0");

    server.tellEverything();

    var told = new ArrayList<String>();
    for (int i = 0; i < 2 * TEXTS.size() + 1; i++) {
      told.add(lines.readLine());
    }
    assertThat(told)
        .filteredOn(line -> line.contains("\"method\":\"message\""))
        .hasSameSizeAs(TEXTS);
    assertThat(told)
        .filteredOn(line -> line.contains("\"method\":\"typing\""))
        .hasSameSizeAs(TEXTS);
    assertThat(told.getLast()).contains("\"method\":\"presence\"", "\"complete\":true");
  }

  @Test
  void saysWhateverItIsToldToSay() throws IOException {
    assertThat(ask("ping", "{}")).contains("c-0");

    server.say("HTTP/1.1 400 Bad Request");

    assertThat(lines.readLine()).isEqualTo("HTTP/1.1 400 Bad Request");
  }

  @Test
  void passesOverWhatAsksForNothing() throws IOException {
    write("what is this\n{\"jsonrpc\":\"2.0\",\"method\":\"ping\"}\n");

    assertThat(ask("typing", "{}")).contains("\"id\":7");
  }

  @Test
  void countsWhoSubscribedAndForgetsWhoLeft() throws IOException {
    assertThat(ask("subscribe", "{}")).contains("c-0");
    try (var other = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
      other.setSoTimeout(DEADLINE_MILLIS);
      other.getOutputStream().write("{\"id\":1,\"method\":\"ping\"}\n".getBytes(UTF_8));
      assertThat(other.getInputStream().read()).isEqualTo('{');
    }

    server.tell("still there?");

    assertThat(lines.readLine()).contains("still there?");
    assertThat(server.subscriptions()).isEqualTo(1);
  }

  @Test
  void endsAllConnectionsWhenItIsClosed() throws IOException {
    assertThat(ask("ping", "{}")).contains("c-0");

    server.close();

    assertThat(lines.readLine()).isNull();
  }

  private String ask(String method, String params) throws IOException {
    write(
        "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"%s\",\"params\":%s}\n"
            .formatted(method, params));
    return lines.readLine();
  }

  private void write(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(UTF_8));
  }

  private static long count(String text, String part) {
    return IntStream.range(0, text.length()).filter(i -> text.startsWith(part, i)).count();
  }
}
