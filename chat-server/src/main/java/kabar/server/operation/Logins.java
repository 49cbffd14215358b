package kabar.server.operation;

import java.util.List;
import kabar.api.store.StoredSession;
import kabar.domain.Administration;
import kabar.protocol.print.JsonLine;
import kabar.server.control.Dialogue;
import kabar.server.control.RefusedException;

/// Lists and ends the sessions of a user.
final class Logins {
  private final Site site;
  private final Administration administration;

  Logins(Site site) {
    this.site = site;
    this.administration = site.administration();
  }

  void list(JsonLine request, Dialogue dialogue) {
    for (var session : of(user(request))) {
      dialogue.row(
          JsonLine.of("id", Shown.id(session.token()))
              .with("device", session.device())
              .with("created", Shown.time(session.createdAt()))
              .with("used", Shown.time(session.lastUse().at()))
              .with("transport", session.lastUse().transport())
              .with("address", session.lastUse().address()));
    }
  }

  void end(JsonLine request, Dialogue dialogue) {
    var user = user(request);
    var id = request.text("id").orElse("");
    var session =
        of(user).stream()
            .filter(it -> Shown.id(it.token()).equals(id))
            .findFirst()
            .orElseThrow(() -> unknown(user, id));
    if (!Awaited.of(administration.revokeSession(session.token()))) {
      throw unknown(user, id);
    }
    dialogue.say("The session %s has ended.".formatted(id));
  }

  void endAll(JsonLine request, Dialogue dialogue) {
    int ended = Awaited.of(administration.revokeSessions(user(request)));
    dialogue.say("Sessions ended: %d.".formatted(ended));
  }

  private List<StoredSession> of(String user) {
    return Awaited.of(administration.sessions(user));
  }

  private String user(JsonLine request) {
    var user = request.text("user").orElse("");
    if (Awaited.of(site.store().account(user)).isEmpty()) {
      throw new RefusedException(
          "sessions: nobody has an account named '%s' (see kabard user list)".formatted(user));
    }
    return user;
  }

  private static RefusedException unknown(String user, String id) {
    return new RefusedException(
        "sessions: '%s' has no session '%s' (expected an id of kabard sessions %s)"
            .formatted(user, id, user));
  }
}
