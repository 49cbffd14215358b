package kabar.tui;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Option;
import static picocli.CommandLine.Parameters;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import kabar.protocol.Command.Login;
import kabar.tui.words.Phrase;

/// Opens a session of an account.
@Command(
    name = "login",
    mixinStandardHelpOptions = true,
    versionProvider = Kabar.Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Log in, and keep the session in the profile until kabar logout.",
      "",
      "The password is asked for unseen; it is never taken from the command line. The session's token is kept in a file that only you can read.",
      ""
    },
    footer = {"", ExitCode.TABLE, "", "Example: kabar login tcp://localhost:8889 messi"})
final class LoginCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..2",
      paramLabel = "[URL] USER",
      description =
          "Where the server is, and who you are there. Default: those of the last login with this"
              + " profile, else of the settings url and user, else tcp://localhost:8889 and a"
              + " question.")
  private List<String> words = new ArrayList<>();

  @Option(
      names = "--password-stdin",
      description = "Read the password from the first line of the input; nobody is asked.")
  private boolean isFromInput;

  @Mixin private DeviceOption device;
  @Mixin private JsonOption output;
  @Mixin private SharedOptions shared;

  @Override
  public Integer call() throws NotDoneException, IOException, InterruptedException {
    var errand = shared.errand(output.isJson());
    var target = Target.parse(words);
    var server = errand.server(target.url());
    var passwords = new Passwords(errand, isFromInput);
    var user = user(errand, target, passwords);
    var login = new Login(user, passwords.current(user), device.name());
    new Welcome(errand, server).open(login, Phrase.LOGGED_IN);
    return ExitCode.DONE.number();
  }

  private static String user(Errand errand, Target target, Passwords passwords)
      throws NotDoneException, IOException {
    if (!target.word().isEmpty()) {
      return Argument.readable(errand, "USER", target.word());
    }
    var usual = errand.usualUser();
    return usual.isPresent() ? usual.get() : passwords.user("login URL USER");
  }
}
