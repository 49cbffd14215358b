package kabar.tui;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Parameters;

import java.io.IOException;
import java.util.concurrent.Callable;
import kabar.protocol.Command.ListSessions;
import kabar.protocol.Command.Revoke;
import kabar.protocol.Reply;
import kabar.tui.print.Shapes;
import kabar.tui.words.Phrase;

/// Lists sessions, and ends one.
@Command(
    name = "sessions",
    mixinStandardHelpOptions = true,
    versionProvider = Kabar.Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {"List your sessions: where you are logged in.", ""},
    commandListHeading = "%nCommands:%n",
    footer = {"", ExitCode.TABLE, "", "Example: kabar sessions revoke 3f2a"})
final class SessionsCommand implements Callable<Integer> {
  @Mixin private JsonOption output;
  @Mixin private SharedOptions shared;

  @Override
  public Integer call() throws NotDoneException, IOException, InterruptedException {
    var errand = shared.errand(output.isJson());
    try (var visit = Visit.inSession(errand)) {
      var sessions = visit.ask(new ListSessions(), Reply.Sessions.class);
      new Listing<Reply.Device>(Shapes::session, errand.rows()::session)
          .print(errand, sessions.devices(), Phrase.NOBODY);
    }
    return ExitCode.DONE.number();
  }

  @Command(
      name = "revoke",
      mixinStandardHelpOptions = true,
      versionProvider = Kabar.Version.class,
      sortOptions = false,
      usageHelpAutoWidth = true,
      description = "End one of your sessions.")
  int revoke(
      @Parameters(paramLabel = "ID", description = "Which one: its id in the list.") String id,
      @Mixin SharedOptions options)
      throws NotDoneException, IOException, InterruptedException {
    var errand = options.errand(false);
    try (var visit = Visit.inSession(errand)) {
      visit.ask(new Revoke(id), Reply.Done.class);
      errand.printer().say(errand.say(Phrase.REVOKED, id));
    }
    return ExitCode.DONE.number();
  }
}
