package kabar.client;

import java.net.URI;

/// A session as its profile folder keeps it.
///
/// @param server where it was opened: its token goes nowhere else
/// @param token the session's secret
public record KeptSession(URI server, String user, String token) {

  @Override
  public String toString() {
    return "KeptSession[server=%s, user=%s]".formatted(server, user);
  }
}
