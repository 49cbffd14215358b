package kabar.tui;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Option;

import java.io.IOException;
import java.util.concurrent.Callable;
import kabar.client.KeptSession;
import kabar.protocol.Command.Logout;
import kabar.protocol.Reply;
import kabar.tui.words.Phrase;

/// Ends the profile's session.
@Command(
    name = "logout",
    mixinStandardHelpOptions = true,
    versionProvider = Kabar.Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {"Log out: end the session of the profile and forget it.", ""},
    footer = {"", ExitCode.TABLE, "", "Example: kabar logout --all"})
final class LogoutCommand implements Callable<Integer> {
  @Option(names = "--all", description = "End all sessions of the account, on every device.")
  private boolean isEverywhere;

  @Option(
      names = "--local",
      description = "Only forget the session here, where the server cannot be reached any more.")
  private boolean isLocal;

  @Mixin private SharedOptions shared;

  @Override
  public Integer call() throws NotDoneException, IOException, InterruptedException {
    var errand = shared.errand(false);
    var session = errand.session();
    var done = isLocal ? Phrase.FORGOTTEN : end(errand, session);
    errand.folder().forget();
    errand.printer().say(errand.say(done));
    warnOfOutbox(errand, session);
    return ExitCode.DONE.number();
  }

  private Phrase end(Errand errand, KeptSession session)
      throws NotDoneException, InterruptedException {
    try (var visit = Visit.inSession(errand, session)) {
      visit.ask(new Logout("", isEverywhere), Reply.class);
      return isEverywhere ? Phrase.LOGGED_OUT_EVERYWHERE : Phrase.LOGGED_OUT;
    } catch (NotDoneException e) {
      if (e.code() != ExitCode.NOT_LOGGED_IN) {
        throw e;
      }
      return Phrase.SESSION_WAS_OVER;
    }
  }

  private static void warnOfOutbox(Errand errand, KeptSession session)
      throws NotDoneException, IOException, InterruptedException {
    try (var courier = Courier.of(errand, session)) {
      int waiting = courier.client().outbox().size();
      if (waiting > 0) {
        errand.printer().note(errand.say(Phrase.STILL_IN_OUTBOX, waiting));
      }
    }
  }
}
