package kabar.domain;

import java.util.List;
import java.util.function.Function;
import kabar.api.Providers;
import kabar.api.Settings;
import kabar.api.transport.TransportProvider;

/// How a server is to be: what was configured, checked as far as that goes without opening
/// anything.
///
/// @param listen where to listen
/// @param limits what is too much
/// @param rules what the operator decides about accounts
/// @param transports what there is to listen with
/// @param transportSettings the settings of a transport by its name
public record ChatPlan(
    List<ListenUrl> listen,
    ChatLimits limits,
    ChatRules rules,
    Providers<TransportProvider> transports,
    Function<String, Settings> transportSettings) {

  public ChatPlan {
    listen = List.copyOf(listen);
  }
}
