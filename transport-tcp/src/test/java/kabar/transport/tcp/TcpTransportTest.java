package kabar.transport.tcp;

import java.io.IOException;
import java.net.URI;
import kabar.api.transport.Listener;
import kabar.api.transport.TransportProvider;
import kabar.testkit.transport.RawPeer;
import kabar.testkit.transport.SocketPeer;
import kabar.testkit.transport.TransportContract;

class TcpTransportTest extends TransportContract {

  @Override
  protected TransportProvider provider() {
    return new TcpTransportProvider();
  }

  @Override
  protected URI anyAddress() {
    return URI.create("tcp://localhost:0");
  }

  @Override
  protected RawPeer rawPeer(Listener listener) throws IOException {
    return SocketPeer.of(listener);
  }
}
