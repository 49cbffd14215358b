package kabar.tui.line;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import kabar.protocol.TextAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the transcripts cannot show, because no server of ours behaves like that.
final class LineClientTest {
  private static final String PROMPT = "Command :";
  private static final String TOKEN = "{\"status\": \"OK\", \"tokenid\": \"T\"}";
  private static final String BARE_OK = "{\"status\": \"OK\"}";

  private ScriptedServer server;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Nested
  final class Input {

    @Test
    void mayEndInsideALineWhichCountsAllTheSame() throws Exception {
      try (var terminal = chat()) {
        terminal.type("auth messi surabaya".getBytes(UTF_8));
        terminal.endInput();

        assertThat(server.request()).isEqualTo("auth messi surabaya");
        server.answer(TOKEN);
        assertThat(terminal.awaitEnd(0))
            .isEqualTo(PROMPT + "username messi logged in, token T\nCommand T:");
      }
    }

    @Test
    void mayEndAtOnce() throws Exception {
      try (var terminal = chat()) {
        terminal.endInput();

        assertThat(terminal.awaitEnd(0)).isEqualTo(PROMPT);
        assertThat(server.isUnasked()).isTrue();
      }
    }

    @Test
    void mayComeFasterThanAnswers() throws Exception {
      try (var terminal = chat()) {
        terminal.type("auth messi surabaya\nusers\n".getBytes(UTF_8));
        terminal.endInput();

        assertThat(server.request()).isEqualTo("auth messi surabaya");
        assertThat(server.isUnasked()).isTrue();
        server.answer(TOKEN);
        assertThat(server.request()).isEqualTo("users T");
        server.answer("{\"status\": \"OK\", \"messages\": []}");
        assertThat(terminal.awaitEnd(0)).endsWith("Active Users:\n[]\nCommand T:");
      }
    }

    @Test
    void mayHaveTheLineEndsOfOtherSystems() throws Exception {
      try (var terminal = chat()) {
        terminal.type("auth messi surabaya\r\n".getBytes(UTF_8));

        assertThat(server.request()).isEqualTo("auth messi surabaya");
      }
    }

    @Test
    void isNotSentWhereItIsNotUtf8() throws Exception {
      try (var terminal = chat()) {
        terminal.type("auth messi \u00ff\n".getBytes(ISO_8859_1));
        terminal.endInput();

        assertThat(terminal.awaitEnd(0)).isEqualTo(PROMPT + "Error, Bukan UTF-8\n" + PROMPT);
        assertThat(server.isUnasked()).isTrue();
      }
    }

    @Test
    void isNotSentWhereALineIsTooLong() throws Exception {
      try (var terminal = chat()) {
        terminal.type("auth messi " + "x".repeat(64 * 1024));
        terminal.type("hey");
        terminal.endInput();

        assertThat(terminal.awaitEnd(0))
            .isEqualTo(
                PROMPT
                    + "Error, Permintaan Terlalu Panjang\n"
                    + PROMPT
                    + "*Maaf, command tidak benar\n"
                    + PROMPT);
        assertThat(server.isUnasked()).isTrue();
      }
    }
  }

  @Nested
  final class CtrlC {

    @Test
    void whileAnAnswerIsAwaitedLogsOutAfterwards() throws Exception {
      try (var terminal = chat()) {
        logIn(terminal);
        terminal.type("users");
        assertThat(server.request()).isEqualTo("users T");

        var interrupting = interrupt(terminal);
        server.answer("{\"status\": \"OK\", \"messages\": []}");
        assertThat(server.request()).isEqualTo("logout T");
        server.answer(BARE_OK);

        interrupting.join();
        assertThat(terminal.awaitEnd(130)).isEmpty();
      }
    }

    @Test
    void whileALoginIsAwaitedEndsTheSessionThatComesOfIt() throws Exception {
      try (var terminal = chatbox()) {
        terminal.type("auth messi surabaya");
        assertThat(server.request()).isEqualTo("auth messi surabaya");

        var interrupting = interrupt(terminal);
        server.answer(TOKEN);
        assertThat(server.request()).isEqualTo("logout T");
        server.answer(BARE_OK);

        interrupting.join();
        assertThat(terminal.awaitEnd(130))
            .isEqualTo("\nCommand \n↳ Logging out...\nExiting program\n");
      }
    }

    @Test
    void twiceLogsOutOnce() throws Exception {
      try (var terminal = chatbox()) {
        logIn(terminal);

        var first = interrupt(terminal);
        var second = interrupt(terminal);
        assertThat(server.request()).isEqualTo("logout T");
        server.answer(BARE_OK);

        first.join();
        second.join();
        assertThat(terminal.awaitEnd(130)).endsWith("Logging out...\nExiting program\n");
        assertThat(server.isUnasked()).isTrue();
      }
    }

    @Test
    void afterTheEndIsTooLate() throws Exception {
      try (var terminal = chatbox()) {
        terminal.endInput();
        assertThat(terminal.awaitEnd(0)).isEqualTo("\nCommand \n↳ ");

        terminal.interrupt();

        assertThat(terminal.awaitEnd(0)).isEmpty();
      }
    }

    @Test
    void doesNotWaitForAServerThatIsGone() throws Exception {
      try (var terminal = chatbox()) {
        logIn(terminal);

        var interrupting = interrupt(terminal);
        assertThat(server.request()).isEqualTo("logout T");
        server.vanish();

        interrupting.join();
        assertThat(terminal.awaitEnd(130)).endsWith("Logging out...\nExiting program\n");
      }
    }
  }

  @Nested
  final class Servers {

    @Test
    void thatHangUpAreToldOfAtThePrompt() throws Exception {
      try (var terminal = chat()) {
        terminal.readUpTo(PROMPT);
        server.hangUp();

        assertLost(terminal, "has ended the connection");
      }
    }

    @Test
    void thatHangUpWithinAnAnswerAreToldOf() throws Exception {
      try (var terminal = chat()) {
        terminal.type("auth messi surabaya");
        server.request();
        server.say("{\"status\": \"OK\"\r\n");
        server.hangUp();

        assertLost(terminal, "has ended the connection in an answer");
      }
    }

    @Test
    void thatVanishAreToldOf() throws Exception {
      try (var terminal = chat()) {
        terminal.type("auth messi surabaya");
        server.request();
        server.vanish();

        assertThatThrownBy(() -> terminal.awaitEnd(1)).hasMessageStartingWith(address() + " ");
      }
    }

    @Test
    void thatSpeakFirstAreNoServersOfOurs() throws Exception {
      try (var terminal = chat()) {
        terminal.readUpTo(PROMPT);
        server.say("220 mail.example ESMTP\r\n");

        assertLost(
            terminal, "sends what nobody asked for: it is no server of Kabar's text dialect");
      }
    }

    @Test
    void thatAnswerTwiceAreNoServersOfOurs() throws Exception {
      try (var terminal = chat()) {
        terminal.type("auth messi surabaya");
        server.request();
        server.say(BARE_OK.replace("}", ", \"tokenid\": \"T\"}\r\n\r\n") + BARE_OK + "\r\n\r\n");

        assertLost(
            terminal, "sends what nobody asked for: it is no server of Kabar's text dialect");
      }
    }

    @Test
    void thatNeverEndALineAreCutOff() throws Exception {
      try (var terminal = chat()) {
        terminal.type("auth messi surabaya");
        server.request();
        server.say("x".repeat(TextAnswer.MAX_BYTES + 1));

        assertLost(terminal, "has sent too long an answer (expected 1,048,576 bytes at most)");
      }
    }

    @Test
    void thatNeverEndAnAnswerAreCutOff() throws Exception {
      try (var terminal = chat()) {
        terminal.type("auth messi surabaya");
        server.request();
        server.say("x\n".repeat(TextAnswer.MAX_BYTES / 2 + 1));

        assertLost(terminal, "has sent too long an answer (expected 1,048,576 bytes at most)");
      }
    }

    @Test
    void thatNeverAnswerAreGivenUp() throws Exception {
      var plan = new LineClient.Plan(LineDialect.CHAT, false, Duration.ofMillis(50));
      try (var terminal = new StreamTerminal(plan, server.transport(), address())) {
        terminal.type("auth messi surabaya");

        assertLost(terminal, "has not answered within 0.05s");
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "garbage",
          "{\"status\": \"OK\"}",
          "{\"status\": \"OK\", \"tokenid\": 7}",
          "{\"status\": \"OK\", \"tokenid\": \"\"}",
          "{\"status\": \"OK\", \"tokenid\": \"two words\"}",
          "{\"status\": \"OK\", \"tokenid\": \"x\\nlogout\"}"
        })
    void thatAnswerALoginBadlyAreToldOf(String answer) throws Exception {
      try (var terminal = chat()) {
        terminal.type("auth messi surabaya");
        server.request();
        server.answer(answer);

        assertThatThrownBy(() -> terminal.awaitEnd(1))
            .isInstanceOf(IOException.class)
            .hasMessageStartingWith(
                address() + " does not answer like a server of the text dialect (expected ");
      }
    }

    @Test
    void cannotReachTheTerminalWithTheirErrors() throws Exception {
      try (var terminal = chat()) {
        terminal.type("auth messi surabaya");
        server.request();
        server.answer(
            "{\"status\": \"ERROR\", \"message\": \"\\u001b[31m\\r\\n\\u009b\\u202e\\u2028é\"}"
                .replace("é", "\u00c3\u00a9"));
        terminal.endInput();

        assertThat(terminal.awaitEnd(0))
            .isEqualTo(
                PROMPT + "Error, \\u001b[31m\\u000d\\u000a\\u009b\\u202e\\u2028é\n" + PROMPT);
      }
    }

    @Test
    void mayAnswerALogoutInTheOtherDialect() throws Exception {
      try (var terminal = chat()) {
        logIn(terminal);
        terminal.type("logout");
        server.request();
        server.answer(BARE_OK);
        terminal.endInput();

        assertThat(terminal.awaitEnd(0)).isEqualTo("Successfully logged out!\n" + PROMPT);
      }
    }

    @Test
    void mayRefuseALogoutWhichKeepsTheToken() throws Exception {
      try (var terminal = chat()) {
        logIn(terminal);
        terminal.type("logout");
        server.request();
        server.answer("{\"status\": \"ERROR\", \"message\": \"Session Tidak Ditemukan\"}");
        terminal.endInput();

        assertThat(terminal.awaitEnd(0)).isEqualTo("Error, Session Tidak Ditemukan\nCommand T:");
      }
    }

    @Test
    void thatAreNotThereAreToldOf() throws Exception {
      var nobody = URI.create("loopback://localhost:1");
      try (var terminal = StreamTerminal.chat(server.transport(), nobody)) {

        assertThatThrownBy(() -> terminal.awaitEnd(1))
            .isInstanceOf(IOException.class)
            .hasMessageContaining(nobody.toString());
      }
    }
  }

  private StreamTerminal chat() throws IOException {
    return StreamTerminal.chat(server.transport(), address());
  }

  private StreamTerminal chatbox() throws IOException {
    return new StreamTerminal(
        StreamTerminal.plan(LineDialect.CHATBOX), server.transport(), address());
  }

  private URI address() {
    return server.address();
  }

  private void logIn(StreamTerminal terminal) throws Exception {
    terminal.type("auth messi surabaya");
    server.request();
    server.answer(TOKEN);
    terminal.readUpTo("Command T");
    terminal.read(1);
  }

  /// Presses Ctrl-C, and comes back when the client knows of it: the one who presses then waits.
  private static Thread interrupt(StreamTerminal terminal) {
    var thread = Thread.ofPlatform().start(terminal::interrupt);
    while (thread.getState() != Thread.State.TIMED_WAITING && thread.isAlive()) {
      Thread.onSpinWait();
    }
    return thread;
  }

  private void assertLost(StreamTerminal terminal, String how) {
    assertThatThrownBy(() -> terminal.awaitEnd(1))
        .isInstanceOf(IOException.class)
        .hasMessage(address() + " " + how);
  }
}
