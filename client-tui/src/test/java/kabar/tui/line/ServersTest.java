package kabar.tui.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import kabar.protocol.TextAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Servers that are lost, or are none of ours, or mean harm.
final class ServersTest {
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

      assertLost(terminal, "sends what nobody asked for: it is no server of Kabar's text dialect");
    }
  }

  @Test
  void thatAnswerTwiceAreNoServersOfOurs() throws Exception {
    try (var terminal = chat()) {
      terminal.type("auth messi surabaya");
      server.request();
      server.say(TOKEN + "\r\n\r\n" + BARE_OK + "\r\n\r\n");

      assertLost(terminal, "sends what nobody asked for: it is no server of Kabar's text dialect");
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
          .isEqualTo(PROMPT + "Error, \\u001b[31m\\u000d\\u000a\\u009b\\u202e\\u2028é\n" + PROMPT);
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

  private StreamTerminal chat() throws IOException {
    return StreamTerminal.chat(server.transport(), address());
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

  private void assertLost(StreamTerminal terminal, String how) {
    assertThatThrownBy(() -> terminal.awaitEnd(1))
        .isInstanceOf(IOException.class)
        .hasMessage(address() + " " + how);
  }
}
