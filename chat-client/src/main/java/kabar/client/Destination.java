package kabar.client;

import java.net.URI;
import java.util.Map;
import java.util.function.LongSupplier;
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

  /// The ways to the server; opens nothing.
  ///
  /// @throws kabar.api.ProviderException if there is no transport for the URL; the message lists
  ///     what there is
  Ways ways(LongSupplier nanos) {
    return Ways.to(this, MAX_ANSWER_BYTES, nanos);
  }

  /// The name of the transport that the URL asks for.
  String scheme() {
    return scheme(uri);
  }

  /// A transport of the kind that a URL names; it opens nothing.
  Transport transport(URI there, int maxAnswerBytes) {
    var name = scheme(there);
    var longest = Map.of("max-payload-bytes", String.valueOf(maxAnswerBytes));
    return transports.ask(name, it -> it.create(Settings.of("transport." + name, longest)));
  }

  private static String scheme(URI uri) {
    var scheme = uri.getScheme();
    return scheme == null ? "" : scheme;
  }
}
