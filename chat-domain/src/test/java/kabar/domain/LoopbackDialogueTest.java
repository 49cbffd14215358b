package kabar.domain;

import java.io.IOException;
import java.net.URI;
import kabar.api.transport.TransportProvider;
import kabar.testkit.loopback.LoopbackTransportProvider;
import kabar.testkit.transcript.Wire;

class LoopbackDialogueTest extends DialogueContract {

  @Override
  TransportProvider provider() {
    return new LoopbackTransportProvider();
  }

  @Override
  URI anyAddress() {
    return URI.create("loopback://localhost:0");
  }

  @Override
  Wire connect(DemoServer server) throws IOException {
    return server.connectLines();
  }
}
