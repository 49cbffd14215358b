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

/// Makes an account with an invite.
@Command(
    name = "join",
    mixinStandardHelpOptions = true,
    versionProvider = Kabar.Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Make an account with an invite, and log in.",
      "",
      "The code comes from whoever runs the server: kabard invite. On a server without accounts it is the owner code that the server printed when it started.",
      ""
    },
    footer = {
      "",
      ExitCode.TABLE,
      "",
      "Example: kabar join tcp://localhost:8889 7K3QF-0XH2M-9WZ4B-C8RTN --user messi"
    })
final class JoinCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..2",
      paramLabel = "[URL] CODE",
      description = "Where the server is, and the invite. Default of URL: as for kabar login.")
  private List<String> words = new ArrayList<>();

  @Option(
      names = "--user",
      paramLabel = "USER",
      description = "The user name that you want. Default: you are asked.")
  private String user = "";

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The name that people see. Default: the user name.")
  private String displayName = "";

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
    var name = user.isEmpty() ? passwords.user("join URL CODE --user USER") : user;
    var newcomer = new Newcomer(name, displayName, target.word(), device.name());
    new Welcome(errand, errand.server(target.url()))
        .open(newcomer.registration(errand, passwords), Phrase.REGISTERED);
    return ExitCode.DONE.number();
  }
}
