package kabar.transport.udp;

import java.util.List;
import kabar.api.Option;
import kabar.api.Settings;
import kabar.api.transport.Transport;
import kabar.api.transport.TransportProvider;

/// Provides `udp`.
public final class UdpTransportProvider implements TransportProvider {
  static final String NAME = "udp";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Option<?>> options() {
    return UdpSettings.options();
  }

  @Override
  public Transport create(Settings settings) {
    var read = UdpSettings.from(settings);
    return new UdpTransport(read, new SystemNetwork(read.bufferBytes()));
  }
}
