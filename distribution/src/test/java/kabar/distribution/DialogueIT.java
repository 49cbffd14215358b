package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import kabar.testkit.transcript.Dialogue;
import kabar.testkit.transcript.DialogueRunner;
import kabar.testkit.transcript.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The examples of the page about JSON-RPC, word for word, against the packed server over TCP.
final class DialogueIT {
  private static final Path PAGE = Path.of("..", "docs", "protocol.md");
  private static final Pattern CODE = Pattern.compile("\"code\": ?\"([^\"]+)\"");
  private static final Pattern PASSWORD =
      Pattern.compile("\"(?:password|old|new)\":\"([^\"]{8,})\"");

  @TempDir Path temporary;

  @Test
  void thePackedServerSaysWhatThePageSays() throws Exception {
    var data = temporary.resolve("data");
    try (var server = PackedServer.demo(data)) {
      var invite = invite(new Operator(temporary, data));

      DialogueRunner.run(Dialogue.read(PAGE), () -> wire(server), () -> {}, Map.of("I1", invite));

      server.terminate();
      server.awaitExit();
      assertThat(server.err().awaitEnd()).doesNotContain("ERROR", "Exception", "surabaya");
    }
  }

  private static String invite(Operator operator) throws Exception {
    var code = CODE.matcher(operator.done("invite", "--json"));
    assertThat(code.find()).isTrue();
    ServerLogs.noteSecret(code.group(1));
    return code.group(1);
  }

  private static Wire wire(PackedServer server) throws IOException {
    var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), server.port());
    return new Noted(Wire.linesOver(socket));
  }

  /// Remembers the secrets that were told, for `KeptLogsIT`.
  private record Noted(Wire wire) implements Wire {

    @Override
    public void send(byte[] bytes) throws IOException {
      var said = new String(bytes, StandardCharsets.UTF_8);
      ServerLogs.noteSecrets(said);
      PASSWORD.matcher(said).results().map(it -> it.group(1)).forEach(ServerLogs::noteSecret);
      wire.send(bytes);
    }

    @Override
    public String receive() throws IOException {
      var said = wire.receive();
      ServerLogs.noteSecrets(said);
      return said;
    }

    @Override
    public void close() throws IOException {
      wire.close();
    }
  }
}
