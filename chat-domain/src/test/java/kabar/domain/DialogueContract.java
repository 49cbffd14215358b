package kabar.domain;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import kabar.api.transport.TransportProvider;
import kabar.testkit.transcript.Dialogue;
import kabar.testkit.transcript.DialogueRunner;
import kabar.testkit.transcript.Wire;
import org.junit.jupiter.api.Test;

/// The examples of the page about JSON-RPC hold on every stream transport.
abstract class DialogueContract {
  private static final Path PAGE = Path.of("..", "docs", "protocol.md");

  abstract TransportProvider provider();

  /// A URL for any free address.
  abstract URI anyAddress();

  abstract Wire connect(DemoServer server) throws IOException;

  @Test
  void theServerSaysWhatThePageSays() throws IOException {
    try (var server = DemoServer.startPaced(provider(), anyAddress())) {
      DialogueRunner.run(
          Dialogue.read(PAGE),
          () -> connect(server),
          () -> server.clockwork().advance(Duration.ofSeconds(1)),
          Map.of("I1", server.invite()));
    }
  }
}
