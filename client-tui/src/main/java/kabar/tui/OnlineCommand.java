package kabar.tui;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;

import java.io.IOException;
import java.util.concurrent.Callable;
import kabar.protocol.Person;
import kabar.tui.print.Shapes;
import kabar.tui.words.Phrase;

/// Lists who is online.
@Command(
    name = "online",
    mixinStandardHelpOptions = true,
    versionProvider = Kabar.Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {"List everybody who is online, you included.", ""},
    footer = {"", ExitCode.TABLE, "", "Example: kabar online"})
final class OnlineCommand implements Callable<Integer> {
  @Mixin private JsonOption output;
  @Mixin private SharedOptions shared;

  @Override
  public Integer call() throws NotDoneException, IOException, InterruptedException {
    var errand = shared.errand(output.isJson());
    try (var visit = Visit.inSession(errand)) {
      new Listing<Person>(Shapes::person, errand.rows()::person)
          .print(errand, People.ask(visit, true, ""), Phrase.NOBODY);
    }
    return ExitCode.DONE.number();
  }
}
