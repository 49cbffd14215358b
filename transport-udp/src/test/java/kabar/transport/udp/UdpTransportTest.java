package kabar.transport.udp;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import kabar.api.transport.Listener;
import kabar.api.transport.TransportProvider;
import kabar.testkit.transport.RawPeer;
import kabar.testkit.transport.TransportContract;

class UdpTransportTest extends TransportContract {

  @Override
  protected TransportProvider provider() {
    return new UdpTransportProvider();
  }

  @Override
  protected URI anyAddress() {
    return URI.create("udp://localhost:0");
  }

  @Override
  protected RawPeer rawPeer(Listener listener) throws IOException {
    return DatagramPeer.of(listener);
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of("connect-timeout", "1s");
  }
}
