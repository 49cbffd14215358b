package kabar.server.operation;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import kabar.api.Form;
import kabar.api.store.Invite;
import kabar.domain.Administration;
import kabar.protocol.print.JsonLine;
import kabar.server.control.Dialogue;
import kabar.server.control.RefusedException;

/// Makes, lists and takes back invites.
final class Invites {
  private static final Form<Duration> DURATION = Form.duration();

  private final Administration administration;
  private final List<URI> addresses;

  Invites(Site site) {
    this.administration = site.administration();
    this.addresses = site.addresses();
  }

  /// The one time that a code is told.
  void make(JsonLine request, Dialogue dialogue) {
    var note = request.text("note").orElse("");
    var validity = request.text("valid").map(Invites::duration);
    var issued =
        Awaited.of(
            validity.isEmpty()
                ? administration.invite(note)
                : administration.invite(note, validity.get()));
    dialogue.row(
        JsonLine.of("code", issued.code())
            .with("id", id(issued.invite()))
            .with("expires", Shown.time(issued.invite().expiresAt())));
    dialogue.say("Who gets it types: " + JoinLine.of(addresses, issued.code()));
  }

  void list(JsonLine request, Dialogue dialogue) {
    for (var invite : Awaited.of(administration.invites())) {
      dialogue.row(
          JsonLine.of("id", id(invite))
              .with("created", Shown.time(invite.createdAt()))
              .with("expires", Shown.time(invite.expiresAt()))
              .with("note", invite.note()));
    }
  }

  void revoke(JsonLine request, Dialogue dialogue) {
    var id = request.text("id").orElse("");
    var invite =
        Awaited.of(administration.invites()).stream()
            .filter(it -> id(it).equals(id))
            .findFirst()
            .orElseThrow(() -> unknown(id));
    if (!Awaited.of(administration.revokeInvite(invite.code()))) {
      throw unknown(id);
    }
    dialogue.say("The invite %s admits nobody any more.".formatted(id));
  }

  private static String id(Invite invite) {
    return Shown.id(invite.code());
  }

  private static Duration duration(String text) {
    return DURATION
        .read(text)
        .orElseThrow(
            () ->
                new RefusedException(
                    "invite: cannot use '%s' (expected %s)".formatted(text, DURATION.expected())));
  }

  private static RefusedException unknown(String id) {
    return new RefusedException(
        "invite revoke: there is no invite '%s' (expected an id of kabard invite list)"
            .formatted(id));
  }
}
