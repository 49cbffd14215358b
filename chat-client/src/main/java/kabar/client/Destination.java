package kabar.client;

import java.net.URI;
import java.util.Map;
import kabar.api.Providers;
import kabar.api.Settings;
import kabar.api.transport.Transport;
import kabar.api.transport.TransportProvider;

/// Where a server is, and what there is to reach it with.
///
/// @param uri its scheme names the transport: `tcp://localhost:8889`
/// @param transports by name
public record Destination(URI uri, Providers<TransportProvider> transports) {
  /// A page of messages may be longer than what servers take.
  private static final int MAX_ANSWER_BYTES = 1024 * 1024;

  /// A transport of the kind that the URL names; it opens nothing.
  ///
  /// @throws kabar.api.ProviderException if there is no such transport; the message lists what
  ///     there is
  Transport transport() {
    var scheme = uri.getScheme();
    var name = scheme == null ? "" : scheme;
    var longest = Map.of("max-payload-bytes", String.valueOf(MAX_ANSWER_BYTES));
    return transports.ask(name, it -> it.create(Settings.of("transport." + name, longest)));
  }
}
