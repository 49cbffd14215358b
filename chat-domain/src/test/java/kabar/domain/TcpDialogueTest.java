package kabar.domain;

import java.io.IOException;
import java.net.URI;
import kabar.api.transport.TransportProvider;
import kabar.testkit.transcript.Wire;
import kabar.transport.tcp.TcpTransportProvider;

class TcpDialogueTest extends DialogueContract {

  @Override
  TransportProvider provider() {
    return new TcpTransportProvider();
  }

  @Override
  URI anyAddress() {
    return DemoServer.ANY_TCP;
  }

  @Override
  Wire connect(DemoServer server) throws IOException {
    return Wire.linesOver(server.socket());
  }
}
