package kabar.tui;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Option;

import java.io.IOException;
import java.util.concurrent.Callable;
import kabar.protocol.Command.ChangePassword;
import kabar.protocol.Reply;
import kabar.tui.words.Phrase;

/// Changes the password.
@Command(
    name = "passwd",
    mixinStandardHelpOptions = true,
    versionProvider = Kabar.Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {"Change your password. That ends your other sessions.", ""},
    footer = {"", ExitCode.TABLE, "", "Example: kabar passwd"})
final class PasswdCommand implements Callable<Integer> {
  @Option(
      names = "--password-stdin",
      description =
          "Read the old password from the first line of the input and the new one from the second;"
              + " nobody is asked.")
  private boolean isFromInput;

  @Mixin private SharedOptions shared;

  @Override
  public Integer call() throws NotDoneException, IOException, InterruptedException {
    var errand = shared.errand(false);
    var session = errand.session();
    var passwords = new Passwords(errand, isFromInput);
    var old = passwords.current(session.user());
    var fresh = passwords.fresh();
    try (var visit = Visit.inSession(errand, session)) {
      visit.ask(new ChangePassword(old, fresh), Reply.Done.class);
      errand.printer().say(errand.say(Phrase.PASSWORD_CHANGED));
    }
    return ExitCode.DONE.number();
  }
}
