package kabar.domain;

import java.io.IOException;
import java.net.URI;
import kabar.api.transport.TransportProvider;
import kabar.testkit.transcript.Wire;
import kabar.transport.udp.UdpTransportProvider;

class UdpTextDialectTest extends TextDialectContract {

  @Override
  TransportProvider provider() {
    return new UdpTransportProvider();
  }

  @Override
  URI anyAddress() {
    return URI.create("udp://localhost:0");
  }

  @Override
  Wire connect(DemoServer server) throws IOException {
    return server.connect();
  }
}
