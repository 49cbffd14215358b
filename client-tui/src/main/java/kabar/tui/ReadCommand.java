package kabar.tui;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Option;
import static picocli.CommandLine.Parameters;

import java.io.IOException;
import java.util.concurrent.Callable;
import kabar.protocol.Command.Range;
import kabar.protocol.Command.Read;
import kabar.protocol.Reply;
import kabar.protocol.print.JsonLine;
import kabar.tui.words.Phrase;

/// Marks messages as read.
@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    versionProvider = Kabar.Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {"Mark a conversation as read, on all your devices.", ""},
    footer = {"", ExitCode.TABLE, "", "Example: kabar read henderson"})
final class ReadCommand implements Callable<Integer> {
  @Parameters(paramLabel = "USER", description = "The other side.")
  private String user;

  @Option(
      names = "--up-to",
      paramLabel = "ID",
      description = "Only up to this message: an id of --json. Default: the newest.")
  private String upTo = "";

  @Mixin private JsonOption output;
  @Mixin private SharedOptions shared;

  @Override
  public Integer call() throws NotDoneException, IOException, InterruptedException {
    var errand = shared.errand(output.isJson());
    try (var visit = Visit.inSession(errand)) {
      var id = upTo.isEmpty() ? newest(visit) : upTo;
      if (id.isEmpty()) {
        errand.printer().say(errand.say(Phrase.NOTHING_TO_READ, user));
        return ExitCode.DONE.number();
      }
      tell(errand, visit.ask(new Read(user, id), Reply.Marked.class));
    }
    return ExitCode.DONE.number();
  }

  private String newest(Visit visit) throws NotDoneException, InterruptedException {
    var notes = Pages.newest(visit, user, new Range.Newest(), 1);
    return notes.isEmpty() ? "" : notes.getLast().id();
  }

  private static void tell(Errand errand, Reply.Marked marked) throws IOException {
    if (errand.printer().isJson()) {
      errand.printer().json(JsonLine.of("with", marked.with()).with("upTo", marked.upTo()));
    }
    errand.printer().say(errand.say(Phrase.READ, marked.with(), marked.upTo()));
  }
}
