package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a server still knows of what it was told before it ended.
final class RestartIT {
  static final String TEXT = "apa kabar, überall ✓?";

  private static final String ESCAPED = "apa kabar, \\u00fcberall \\u2713?";

  @TempDir Path temporary;

  private Path data = Path.of("");

  @BeforeEach
  void nameDataFolder() {
    data = temporary.resolve("the data");
  }

  @Test
  void messagesAndSessionsFromBeforeAStop() throws Exception {
    Tokens before;
    try (var server = PackedServer.demo(data)) {
      before = chat(server);

      server.terminate();

      server.awaitExit();
    }

    knows(before);
  }

  @Test
  void messagesAndSessionsFromRightBeforeAKill() throws Exception {
    Tokens before;
    try (var server = PackedServer.demo(data)) {
      before = chat(server);

      server.kill();
    }

    knows(before);
  }

  @Test
  void sessionsThatEndedStayEnded() throws Exception {
    String token;
    try (var server = PackedServer.demo(data);
        var messi = server.connect()) {
      token = messi.login("messi");
      assertThat(messi.ask("logout " + token)).contains("OK");

      server.kill();
    }

    try (var server = PackedServer.demo(data);
        var messi = server.connect()) {
      assertThat(messi.ask("users " + token)).isEqualTo(Replies.NO_SESSION);
    }
  }

  @Test
  void accountsOfWhichNobodyIsToldThatThereAreNone() throws Exception {
    Tokens before;
    try (var server = PackedServer.demo(data)) {
      before = chat(server);
    }
    var options = new String[] {"--listen", "tcp://127.0.0.1:0", "--data", data.toString()};

    try (var server = PackedServer.launch(options).awaitReady();
        var client = server.connect()) {
      assertThat(server.out().text()).doesNotContain("Nobody has an account here yet");
      assertThat(client.ask("inbox " + before.henderson())).isEqualTo(Replies.inbox(ESCAPED));
    }
  }

  @Test
  void nothingIfTheStoreIsMemory() throws Exception {
    Tokens before;
    try (var server = PackedServer.demo(data, "--store", "memory")) {
      assertThat(server.out().text())
          .contains("\nMessages are gone when the server stops: the store is memory.\n");
      before = chat(server);
    }

    try (var server = PackedServer.demo(data, "--store", "memory");
        var messi = server.connect()) {
      assertThat(messi.ask("users " + before.messi())).isEqualTo(Replies.NO_SESSION);
    }
  }

  /// Of two sessions.
  private record Tokens(String messi, String henderson) {}

  /// Sends one message each way, and waits until both are answered.
  private static Tokens chat(PackedServer server) throws Exception {
    try (var messi = server.connect();
        var henderson = server.connect()) {
      var tokens = new Tokens(messi.login("messi"), henderson.login("henderson"));
      assertThat(messi.ask("send %s henderson %s".formatted(tokens.messi(), TEXT)))
          .isEqualTo(Replies.SENT);
      assertThat(henderson.ask("send %s messi baik".formatted(tokens.henderson())))
          .isEqualTo(Replies.SENT);
      return tokens;
    }
  }

  /// Starts the next server; nobody logs in again.
  private void knows(Tokens tokens) throws Exception {
    try (var server = PackedServer.demo(data);
        var client = server.connect()) {
      assertThat(server.out().text()).contains("\nMessages are kept there, by the store sqlite.\n");
      assertThat(client.ask("inbox " + tokens.henderson())).isEqualTo(Replies.inbox(ESCAPED));
      assertThat(client.ask("inbox " + tokens.messi())).contains("\"msg\": \" baik \\r\\n\"");
      assertThat(client.ask("send %s henderson lagi".formatted(tokens.messi())))
          .isEqualTo(Replies.SENT);
      assertThat(client.ask("inbox " + tokens.henderson())).containsSubsequence(ESCAPED, "lagi");
    }
  }
}
