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
/// @param revealUnknownUsers whether a login tells that a user does not exist; convenient, and it
///     lets strangers find out who has an account
/// @param transports what there is to listen with
/// @param transportSettings the settings of a transport by its name
public record ChatPlan(
    List<ListenUrl> listen,
    ChatLimits limits,
    boolean revealUnknownUsers,
    Providers<TransportProvider> transports,
    Function<String, Settings> transportSettings) {

  public ChatPlan {
    listen = List.copyOf(listen);
  }
}
