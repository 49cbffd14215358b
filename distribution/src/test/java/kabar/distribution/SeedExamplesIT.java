package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every example in the documents of the two original programs, typed into `nc`, one connection for
/// each request.
final class SeedExamplesIT {
  @TempDir Path temporary;

  @BeforeEach
  void requireNetcat() throws Exception {
    Programs.requireNetcat();
  }

  @Test
  void theChatDocument() throws Exception {
    try (var server = PackedServer.demo(temporary.resolve("data"), "--dialect", "chat")) {
      int port = server.port();

      // 1. Login
      assertThat(Netcat.ask(port, "auth messi bandung")).isEqualTo(Replies.WRONG_PASSWORD);
      assertThat(Netcat.ask(port, "auth neymar bandung")).isEqualTo(Replies.NO_SUCH_LOGIN);
      assertThat(Netcat.ask(port, "auth")).isEqualTo(Replies.INCOMPLETE);
      var messi = TextClient.token(Netcat.ask(port, "auth messi surabaya"));

      // 4. Who is there
      assertThat(Netcat.ask(port, "users " + messi))
          .isEqualTo("{\"status\": \"OK\", \"messages\": [\"messi [Lionel Messi]\"]}");

      // 2. Sending
      assertThat(Netcat.ask(port, "send " + messi + " henderson hey")).isEqualTo(Replies.SENT);
      assertThat(Netcat.ask(port, "send " + messi + " neymar hey"))
          .isEqualTo(Replies.NO_SUCH_RECEIVER);
      assertThat(Netcat.ask(port, "send")).isEqualTo(Replies.INCOMPLETE);
      // Not logged in: the client had no token to send.
      assertThat(Netcat.ask(port, "send  messi hey")).isEqualTo(Replies.NO_SESSION);

      // 3. Reading
      var henderson = TextClient.token(Netcat.ask(port, "auth henderson surabaya"));
      assertThat(Netcat.ask(port, "inbox " + henderson)).isEqualTo(Replies.inbox("hey"));
      assertThat(Netcat.ask(port, "inbox")).isEqualTo(Replies.INCOMPLETE);

      // 5. Logout
      assertThat(Netcat.ask(port, "logout " + messi))
          .isEqualTo(Replies.loggedOut("messi [Lionel Messi]"));
      assertThat(Netcat.ask(port, "users " + messi)).isEqualTo(Replies.NO_SESSION);
      assertThat(Netcat.ask(port, "logout " + messi)).isEqualTo(Replies.NO_SESSION);
    }
  }

  @Test
  void theChatBoxDocument() throws Exception {
    try (var server = PackedServer.demo(temporary.resolve("data"), "--dialect", "chatbox")) {
      int port = server.port();

      // 1. Login
      assertThat(Netcat.ask(port, "auth neymar surabaya")).isEqualTo(Replies.NO_SUCH_LOGIN);
      assertThat(Netcat.ask(port, "auth messi bandung")).isEqualTo(Replies.WRONG_PASSWORD);
      var messi = TextClient.token(Netcat.ask(port, "auth messi surabaya"));

      // 3. Sending
      assertThat(Netcat.ask(port, "send " + messi + " henderson hai, apakabar?"))
          .isEqualTo(Replies.SENT);
      assertThat(Netcat.ask(port, "send nobody henderson hai")).isEqualTo(Replies.NO_SESSION);
      assertThat(Netcat.ask(port, "send " + messi + " neymar hai"))
          .isEqualTo(Replies.NO_SUCH_RECEIVER);

      // 4. Reading
      var henderson = TextClient.token(Netcat.ask(port, "auth henderson surabaya"));
      assertThat(Netcat.ask(port, "inbox " + henderson)).isEqualTo(Replies.inbox("hai, apakabar?"));
      assertThat(Netcat.ask(port, "inbox nobody")).isEqualTo(Replies.NO_SESSION);

      // 5. Who is online
      assertThat(Netcat.ask(port, "online " + henderson))
          .isEqualTo(
              "{\"status\": \"OK\", \"users\": [{\"username\": \"messi\", \"userdetail\":"
                  + " {\"nama\": \"Lionel Messi\", \"negara\": \"Argentina\"}}]}");
      assertThat(Netcat.ask(port, "online nobody")).isEqualTo(Replies.NO_SESSION);

      // 2. Logout
      assertThat(Netcat.ask(port, "logout " + messi)).isEqualTo(Replies.BARE_OK);
      assertThat(Netcat.ask(port, "logout " + messi)).isEqualTo(Replies.NO_SESSION);
    }
  }
}
