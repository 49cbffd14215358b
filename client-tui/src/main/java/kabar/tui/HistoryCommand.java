package kabar.tui;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Option;
import static picocli.CommandLine.Parameters;

import java.io.IOException;
import java.util.concurrent.Callable;
import kabar.api.Form;
import kabar.api.SettingsException;
import kabar.protocol.Command.Range;
import kabar.tui.print.Messages;
import kabar.tui.words.Phrase;

/// Prints a conversation.
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    versionProvider = Kabar.Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {"Print the newest messages of a conversation, oldest first.", ""},
    footer = {"", ExitCode.TABLE, "", "Example: kabar history henderson -n 50"})
final class HistoryCommand implements Callable<Integer> {
  private static final Form<Integer> COUNT = Form.wholeNumber(1, 1_000_000);

  @Parameters(paramLabel = "USER", description = "The other side.")
  private String user;

  @Option(
      names = {"-n", "--count"},
      paramLabel = "N",
      description = "At most so many messages. Default: 20.")
  private String count = "20";

  @Option(
      names = "--before",
      paramLabel = "ID",
      description = "Only messages before this one: an id of --json.")
  private String before = "";

  @Mixin private JsonOption output;
  @Mixin private SharedOptions shared;

  @Override
  public Integer call() throws NotDoneException, IOException, InterruptedException {
    var errand = shared.errand(output.isJson());
    int most = count("--count", count);
    var range = before.isEmpty() ? new Range.Newest() : new Range.Before(before);
    try (var visit = Visit.inSession(errand)) {
      var notes = Pages.newest(visit, user, range, most);
      var messages = Messages.dated(errand.printer(), errand.surroundings().zone());
      for (var note : notes) {
        messages.print(note);
      }
      if (notes.isEmpty()) {
        errand.printer().say(errand.say(Phrase.NOTHING_TO_READ, user));
      }
    }
    return ExitCode.DONE.number();
  }

  /// Reads the number that an option has.
  ///
  /// @throws SettingsException if it is none above zero
  static int count(String option, String text) {
    return COUNT
        .read(text)
        .orElseThrow(
            () ->
                new SettingsException(
                    "%s: cannot use '%s' (expected %s)".formatted(option, text, COUNT.expected())));
  }
}
