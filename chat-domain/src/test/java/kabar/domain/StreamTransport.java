package kabar.domain;

import java.net.URI;
import kabar.api.transport.TransportProvider;
import kabar.testkit.loopback.LoopbackTransportProvider;
import kabar.transport.tcp.TcpTransportProvider;
import kabar.transport.udp.UdpTransportProvider;

/// The stream transports that dialects are tried over.
enum StreamTransport {
  LOOPBACK {
    @Override
    TransportProvider provider() {
      return new LoopbackTransportProvider();
    }
  },
  TCP {
    @Override
    TransportProvider provider() {
      return new TcpTransportProvider();
    }
  },
  UDP {
    @Override
    TransportProvider provider() {
      return new UdpTransportProvider();
    }
  };

  abstract TransportProvider provider();

  /// A URL for any free address.
  URI anyAddress() {
    return URI.create(provider().name() + "://localhost:0");
  }
}
