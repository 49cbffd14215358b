package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How the packed line client ends when it is not simply told to.
final class LineClientIT {
  private static final int BY_INT = 128 + 2;
  private static final int BY_TERM = 128 + 15;
  private static final String PROMPT = "Command :";

  @TempDir Path temporary;

  @Test
  void aLostServerIsOneSentenceAtThePrompt() throws Exception {
    try (var server = PackedServer.demo(temporary.resolve("data"));
        var client = PackedClient.inPipe("line", url(server))) {
      assertThat(client.read(PROMPT.length())).isEqualTo(PROMPT);

      server.terminate();

      assertThat(client.awaitEnd(1)).isEqualTo("\n");
      assertThat(client.errors())
          .isEqualTo("kabar: %s has ended the connection\n".formatted(url(server)));
    }
  }

  @Test
  void aServerThatWasKilledIsOneSentenceToo() throws Exception {
    try (var server = PackedServer.demo(temporary.resolve("data"));
        var client = PackedClient.inPipe("line", url(server))) {
      assertThat(client.read(PROMPT.length())).isEqualTo(PROMPT);

      server.kill();

      assertThat(client.awaitEnd(1)).isEqualTo("\n");
      assertThat(client.errors()).startsWith("kabar: " + url(server) + " ").hasLineCount(1);
    }
  }

  @Test
  void aServerThatIsNotThereIsOneSentence() throws Exception {
    String url;
    try (var port = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      url = "tcp://127.0.0.1:" + port.getLocalPort();
    }

    assertThat(run("line", url))
        .isEqualTo(
            new Image.Outcome(
                1, "kabar: cannot connect to %s: Connection refused\n".formatted(url)));
  }

  @Test
  void aServerThatDoesNotAnswerIsGivenUp() throws Exception {
    try (var deaf = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
        var client = PackedClient.inPipe("line", "--timeout", "100ms", url(deaf))) {
      client.type("auth messi surabaya");

      assertThat(client.awaitEnd(1)).isEqualTo(PROMPT);
      assertThat(client.errors())
          .isEqualTo("kabar: %s has not answered within 0.1s\n".formatted(url(deaf)));
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          line --bogus                      | '--bogus'
          line tcp://localhost              | expected tcp://HOST:PORT
          line carrier-pigeon://localhost:1 | there is no 'carrier-pigeon' (available: tcp, udp)
          """)
  void aWrongCommandLineIsOneSentence(String line, String reason) throws Exception {
    var outcome = run(line.split(" "));

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.output()).startsWith("kabar: ").contains(reason).hasLineCount(1);
  }

  @Test
  void theHelpTellsWhatThereIs() throws Exception {
    var outcome = run("--help");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.output()).startsWith("Usage: kabar ").contains("\n  line  ");
  }

  @Test
  void aLastLineWithoutItsEndCounts() throws Exception {
    try (var server = PackedServer.demo(temporary.resolve("data"));
        var client = PackedClient.inPipe("line", url(server))) {
      client.send("auth messi bandung");
      client.endInput();

      assertThat(client.awaitEnd(0)).isEqualTo(PROMPT + "Error, Password Salah\n" + PROMPT);
    }
  }

  @Test
  void whateverTellsItToEndEndsTheSession() throws Exception {
    Programs.require("env");
    try (var server = PackedServer.demo(temporary.resolve("data"));
        var other = server.connect();
        var client = PackedClient.inPipe("line", url(server))) {
      var token = other.login("henderson");
      client.type("auth messi surabaya");
      client.read((PROMPT + "username messi logged in, token ").length() + 36 + 1);
      client.read(PROMPT.length() + 36);

      client.signal("TERM");

      assertThat(client.awaitEnd(BY_TERM)).isEmpty();
      assertThat(other.ask("users " + token))
          .isEqualTo("{\"status\": \"OK\", \"messages\": [\"henderson [Jordan Henderson]\"]}");
    }
  }

  @Test
  void ctrlCEndsItAlsoWhereNoAnswerComes() throws Exception {
    Programs.require("env");
    try (var deaf = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
        var client = PackedClient.inPipe("line", "--dialect", "chatbox", url(deaf))) {
      client.type("auth messi surabaya");
      try (var peer = deaf.accept()) {
        assertThat(peer.getInputStream().readNBytes(4)).asString().isEqualTo("auth");

        client.interrupt();
        client.interrupt();

        assertThat(client.awaitEnd(BY_INT)).isEqualTo("\nCommand \n↳ Exiting program\n");
        assertThat(client.errors()).isEmpty();
      }
    }
  }

  private Image.Outcome run(String... arguments) throws Exception {
    var command = new String[arguments.length + 1];
    command[0] = Image.home().resolve("bin/kabar").toString();
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return Image.run(temporary, Map.of(), command);
  }

  private static String url(PackedServer server) {
    return server.addresses().getFirst().toString();
  }

  private static String url(ServerSocket socket) {
    return "tcp://127.0.0.1:" + socket.getLocalPort();
  }
}
