package kabar.tui.line;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What the transcripts cannot show: input that is not a line, and Ctrl-C at the worst moment.
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
}
