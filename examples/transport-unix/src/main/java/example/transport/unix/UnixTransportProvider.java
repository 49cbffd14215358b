package example.transport.unix;

import java.net.URI;
import java.util.List;
import kabar.api.Option;
import kabar.api.Settings;
import kabar.api.transport.Transport;
import kabar.api.transport.TransportProvider;

/// Makes transports for `unix:///path/of/a/socket`. The server finds this class through
/// `module-info` and needs a public constructor without parameters.
public final class UnixTransportProvider implements TransportProvider {

  /// For {@link java.util.ServiceLoader}.
  public UnixTransportProvider() {}

  @Override
  public String name() {
    return UnixAddress.SCHEME;
  }

  /// What `kabard config` shows, and all that the configuration lets through.
  @Override
  public List<Option<?>> options() {
    return UnixSettings.options();
  }

  @Override
  public Transport create(Settings settings) {
    return new UnixTransport(UnixSettings.from(settings));
  }

  /// Every URL of ours is: a socket is a file of this machine.
  @Override
  public boolean isLocal(URI uri) {
    return UnixAddress.isUnix(uri);
  }
}
