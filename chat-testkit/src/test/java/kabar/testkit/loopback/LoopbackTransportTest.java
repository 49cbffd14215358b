package kabar.testkit.loopback;

import java.io.IOException;
import java.net.URI;
import kabar.api.transport.Listener;
import kabar.api.transport.TransportProvider;
import kabar.testkit.transport.RawPeer;
import kabar.testkit.transport.TransportContract;

class LoopbackTransportTest extends TransportContract {

  @Override
  protected TransportProvider provider() {
    return new LoopbackTransportProvider();
  }

  @Override
  protected URI anyAddress() {
    return URI.create("loopback://localhost:0");
  }

  @Override
  protected RawPeer rawPeer(Listener listener) throws IOException {
    return LoopbackTransport.rawPeer(listener);
  }
}
