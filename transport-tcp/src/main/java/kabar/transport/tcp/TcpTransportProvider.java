package kabar.transport.tcp;

import kabar.api.Settings;
import kabar.api.transport.Transport;
import kabar.api.transport.TransportProvider;

/// Provides `tcp`.
public final class TcpTransportProvider implements TransportProvider {

  @Override
  public String name() {
    return TcpAddress.SCHEME;
  }

  @Override
  public Transport create(Settings settings) {
    return new TcpTransport(TcpSettings.from(settings));
  }
}
