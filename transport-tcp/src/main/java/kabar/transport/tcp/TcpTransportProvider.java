package kabar.transport.tcp;

import java.util.List;
import kabar.api.Option;
import kabar.api.Settings;
import kabar.api.transport.Transport;
import kabar.api.transport.TransportProvider;

/// Provides `tcp`.
public final class TcpTransportProvider implements TransportProvider {
  static final String NAME = "tcp";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Option<?>> options() {
    return TcpSettings.options();
  }

  @Override
  public Transport create(Settings settings) {
    return new TcpTransport(TcpSettings.from(settings));
  }
}
