package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import kabar.api.Settings;
import kabar.testkit.transcript.Dialogue;
import kabar.testkit.transcript.DialogueRunner;
import kabar.testkit.transcript.Wire;
import kabar.transport.udp.UdpTransportProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The examples of the page about JSON-RPC, word for word, against the packed server.
final class DialogueIT {
  private static final Path PAGE = Path.of("..", "docs", "protocol.md");
  private static final Pattern CODE = Pattern.compile("\"code\": ?\"([^\"]+)\"");

  @TempDir Path temporary;

  @Test
  void thePackedServerSaysWhatThePageSaysOverTcp() throws Exception {
    play("tcp://127.0.0.1:0", DialogueIT::tcp);
  }

  @Test
  void thePackedServerSaysWhatThePageSaysOverUdp() throws Exception {
    try (var udp = new UdpTransportProvider().create(Settings.none())) {
      play("udp://127.0.0.1:0", address -> Wire.linesOver(udp, address));
    }
  }

  /// Connects to a server.
  @FunctionalInterface
  private interface Way {
    Wire to(URI address) throws IOException;
  }

  private void play(String listen, Way way) throws Exception {
    var data = temporary.resolve("data");
    try (var server = PackedServer.demo(data, "--listen", listen)) {
      var invite = invite(new Operator(temporary, data));
      var address = server.addresses().getFirst();

      DialogueRunner.run(
          Dialogue.read(PAGE),
          () -> new NotedWire(way.to(address)),
          () -> {},
          Map.of("I1", invite));

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

  private static Wire tcp(URI address) throws IOException {
    return Wire.linesOver(new Socket(InetAddress.ofLiteral("127.0.0.1"), address.getPort()));
  }
}
