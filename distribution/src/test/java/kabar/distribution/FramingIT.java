package kabar.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How requests lie in the stream, and how the stream ends, through a real socket.
final class FramingIT {
  private static PackedServer server;

  @BeforeAll
  static void startServer(@TempDir Path temporary) throws Exception {
    server = PackedServer.demo(temporary.resolve("data"));
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @Test
  void anLfAloneEndsARequestAndSoDoCrLfAndSpaceCrLf() throws Exception {
    try (var client = server.connect()) {
      for (var end : new String[] {"\n", "\r\n", " \n", " \r\n"}) {
        var reply = client.write("auth messi surabaya" + end).reply();

        assertThat(TextClient.token(reply)).hasSize(36);
      }
    }
  }

  @Test
  void manyRequestsInOneSegmentAreAnsweredInOrder() throws Exception {
    try (var client = server.connect()) {
      client.write("auth messi surabaya\nwhat\r\nusers x\nauth messi bandung\ninbox\n");

      assertThat(TextClient.token(client.reply())).hasSize(36);
      assertThat(client.reply()).isEqualTo(Replies.UNKNOWN_COMMAND);
      assertThat(client.reply()).isEqualTo(Replies.NO_SESSION);
      assertThat(client.reply()).isEqualTo(Replies.WRONG_PASSWORD);
      assertThat(client.reply()).isEqualTo(Replies.INCOMPLETE);
    }
  }

  @Test
  void tenThousandRequestsAreAllAnswered() throws Exception {
    try (var client = server.connect()) {
      client.write("users x\n".repeat(10_000) + "inbox\n").endOutput();

      var replies = (Replies.NO_SESSION + "\r\n\r\n").repeat(10_000) + Replies.INCOMPLETE;
      assertThat(client.rest()).isEqualTo(replies + "\r\n\r\n");
    }
  }

  @Test
  void aByteAtATimeIsARequestAsWell() throws Exception {
    try (var client = server.connect()) {
      var token = client.login("messi");
      for (byte next : ("send " + token + " messi héý 👋\r\n").getBytes(UTF_8)) {
        client.write(new byte[] {next});
      }

      assertThat(client.reply()).isEqualTo(Replies.SENT);
      assertThat(client.ask("inbox " + token))
          .contains("\" h\\u00e9\\u00fd \\ud83d\\udc4b \\r\\n\"");
    }
  }

  @Test
  void whoEndsTheirOutputStillGetsEveryAnswer() throws Exception {
    try (var client = server.connect()) {
      client.write("auth messi surabaya\ninbox\nauth messi bandung\n").endOutput();

      assertThat(TextClient.token(client.reply())).hasSize(36);
      assertThat(client.rest())
          .isEqualTo(Replies.INCOMPLETE + "\r\n\r\n" + Replies.WRONG_PASSWORD + "\r\n\r\n");
    }
  }

  @Test
  void anUnfinishedLastLineIsNeverExecuted() throws Exception {
    try (var client = server.connect();
        var other = server.connect()) {
      var token = client.login("lineker");
      client.write("inbox\nsend " + token + " lineker transfer it all").endOutput();

      assertThat(client.rest()).isEqualTo(Replies.INCOMPLETE + "\r\n\r\n");
      assertThat(other.ask("inbox " + token)).isEqualTo("{\"status\": \"OK\", \"messages\": {}}");
    }
  }

  @Test
  void whoSaysNothingAndEndsTheirOutputIsLetGo() throws Exception {
    try (var client = server.connect()) {
      client.endOutput();

      assertThat(client.rest()).isEmpty();
    }
  }

  @Test
  void netcatThatEndsItsOutputGetsEveryAnswer() throws Exception {
    Programs.requireNetcat();

    var answers = Netcat.talk(server.port(), "inbox\nauth messi bandung\nusers x\nauth messi sura");

    assertThat(answers)
        .isEqualTo(
            String.join(
                "\r\n\r\n", Replies.INCOMPLETE, Replies.WRONG_PASSWORD, Replies.NO_SESSION, ""));
  }

  @Test
  void aSessionIsNotTiedToAConnection() throws Exception {
    var token = loginAndHangUp();

    try (var second = server.connect()) {
      assertThat(second.ask("users " + token)).contains("messi [Lionel Messi]");
      assertThat(second.ask("logout " + token))
          .isEqualTo(Replies.loggedOut("messi [Lionel Messi]"));
    }
  }

  private static String loginAndHangUp() throws IOException {
    try (var client = server.connect()) {
      return client.login("messi");
    }
  }
}
