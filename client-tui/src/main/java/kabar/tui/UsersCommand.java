package kabar.tui;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Parameters;

import java.io.IOException;
import java.util.concurrent.Callable;
import kabar.protocol.Person;
import kabar.tui.print.Shapes;
import kabar.tui.words.Phrase;

/// Lists users.
@Command(
    name = "users",
    mixinStandardHelpOptions = true,
    versionProvider = Kabar.Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {"List everybody who has an account, and whether they are there.", ""},
    footer = {"", ExitCode.TABLE, "", "Example: kabar users mes"})
final class UsersCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "PREFIX",
      description = "Only those whose user name begins like this.")
  private String prefix = "";

  @Mixin private JsonOption output;
  @Mixin private SharedOptions shared;

  @Override
  public Integer call() throws NotDoneException, IOException, InterruptedException {
    var errand = shared.errand(output.isJson());
    try (var visit = Visit.inSession(errand)) {
      new Listing<Person>(Shapes::person, errand.rows()::person)
          .print(errand, People.ask(visit, false, prefix), Phrase.NOBODY);
    }
    return ExitCode.DONE.number();
  }
}
