package kabar.tui;

import java.io.IOException;
import java.net.URI;
import kabar.client.KeptSession;
import kabar.protocol.Command;
import kabar.protocol.Reply;
import kabar.protocol.print.JsonLine;
import kabar.tui.words.Phrase;

/// Opens a session and keeps it in the profile, in the place of the one before.
record Welcome(Errand errand, URI server) {

  /// Asks for the session with a login or a registration, and tells of it.
  ///
  /// @param said told to people with the user's name and the server
  void open(Command.Public command, Phrase said)
      throws NotDoneException, IOException, InterruptedException {
    var folder = errand.folder();
    var before = folder.session();
    try (var visit = Visit.to(errand, server)) {
      var opened = visit.ask(command, Reply.LoggedIn.class);
      var user = opened.profile().user();
      folder.keep(new KeptSession(server, user, opened.token()));
      if (before.isPresent() && before.get().server().equals(server)) {
        end(visit, before.get());
      }
      tell(user, said);
    }
  }

  /// Nobody would use it any more. If it cannot be ended now, it will end by its age.
  private static void end(Visit visit, KeptSession session) throws InterruptedException {
    try {
      visit.ask(new Command.Resume(session.token()), Reply.Resumed.class);
      visit.ask(new Command.Logout(""), Reply.class);
    } catch (NotDoneException _) {
      // It has ended by itself.
    }
  }

  private void tell(String user, Phrase said) throws IOException {
    errand.printer().say(errand.say(said, user, server));
    if (errand.printer().isJson()) {
      errand
          .printer()
          .json(
              JsonLine.of("user", user)
                  .with("url", server.toString())
                  .with("profile", errand.profile()));
    }
  }
}
