package kabar.server.operation;

import kabar.api.store.Account;
import kabar.protocol.print.JsonLine;
import kabar.server.control.Dialogue;
import kabar.server.control.RefusedException;

/// Writes down all that a store holds, for another server, or what it holds of one user, for that
/// user.
final class Export {
  private final Site site;

  Export(Site site) {
    this.site = site;
  }

  void run(JsonLine request, Dialogue dialogue) {
    var user = request.text("user");
    if (user.isEmpty()) {
      new ExportPassage(site, dialogue, _ -> true).everything();
    } else {
      var account = account(user.get());
      var name = account.user();
      new ExportPassage(site, dialogue, it -> it.from().equals(name) || it.to().equals(name))
          .everythingOf(account);
    }
  }

  private Account account(String user) {
    return Awaited.of(site.store().account(user))
        .orElseThrow(
            () ->
                new RefusedException(
                    "export: nobody has an account named '%s' (see kabard user list)"
                        .formatted(user)));
  }
}
