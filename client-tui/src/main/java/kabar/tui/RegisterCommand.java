package kabar.tui;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Option;
import static picocli.CommandLine.Parameters;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import kabar.tui.words.Phrase;

/// Makes an account.
@Command(
    name = "register",
    mixinStandardHelpOptions = true,
    versionProvider = Kabar.Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Make an account at a server that is open to everybody, and log in.",
      "",
      "With an invite: kabar join CODE.",
      ""
    },
    footer = {
      "",
      ExitCode.TABLE,
      "",
      "Example: kabar register tcp://localhost:8889 messi --name 'Lionel Messi'"
    })
final class RegisterCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..2",
      paramLabel = "[URL] USER",
      description =
          "Where the server is, and the user name that you want. Default: as for kabar login.")
  private List<String> words = new ArrayList<>();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The name that people see. Default: the user name.")
  private String displayName = "";

  @Option(
      names = "--invite",
      paramLabel = "CODE",
      description = "An invite, where the server wants one.")
  private String invite = "";

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
    var passwords = new Passwords(errand, isFromInput);
    var user = target.word().isEmpty() ? passwords.user("register URL USER") : target.word();
    var newcomer = new Newcomer(user, displayName, invite, device.name());
    new Welcome(errand, errand.server(target.url()))
        .open(newcomer.registration(errand, passwords), Phrase.REGISTERED);
    return ExitCode.DONE.number();
  }
}
