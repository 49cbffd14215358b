package kabar.testkit.loopback;

import java.util.List;
import kabar.api.Option;
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
  public List<Option<?>> options() {
    return TransportLimits.OPTIONS;
  }

  @Override
  public LoopbackTransport create(Settings settings) {
    var limits = TransportLimits.from(settings);
    settings.rejectUnknown();
    return new LoopbackTransport(limits);
  }
}
