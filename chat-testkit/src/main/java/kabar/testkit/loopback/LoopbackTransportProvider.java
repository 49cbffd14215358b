package kabar.testkit.loopback;

import kabar.api.Settings;
import kabar.api.transport.TransportLimits;
import kabar.api.transport.TransportProvider;

/// Makes in-memory transports. Its URLs are `loopback://localhost:PORT`; each transport has ports
/// of its own, so `listen` and `connect` have to go through the same one.
public final class LoopbackTransportProvider implements TransportProvider {
  static final String NAME = "loopback";

  /// Usable as it is and by {@link java.util.ServiceLoader}.
  public LoopbackTransportProvider() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public LoopbackTransport create(Settings settings) {
    var limits = TransportLimits.from(settings);
    settings.rejectUnknown();
    return new LoopbackTransport(limits);
  }
}
