package kabar.tui;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Parameters;

import java.io.IOException;
import java.util.concurrent.Callable;
import kabar.client.OutboxEntry;
import kabar.tui.print.Shapes;
import kabar.tui.words.Phrase;

/// Lists messages that were not sent yet, and deals with them.
@Command(
    name = "outbox",
    mixinStandardHelpOptions = true,
    versionProvider = Kabar.Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "List the messages that were not sent yet, or that the server has refused.",
      "",
      "Those that wait go out with every command that stays at the server for a while: send, tail,"
          + " outbox send.",
      ""
    },
    commandListHeading = "%nCommands:%n",
    footer = {"", ExitCode.TABLE, "", "Example: kabar outbox send --wait=1m"})
final class OutboxCommand implements Callable<Integer> {
  @Mixin private JsonOption output;
  @Mixin private SharedOptions shared;

  @Override
  public Integer call() throws NotDoneException, IOException, InterruptedException {
    var errand = shared.errand(output.isJson());
    try (var courier = Courier.of(errand, errand.session())) {
      new Listing<OutboxEntry>(Shapes::entry, errand.rows()::entry)
          .print(errand, courier.client().outbox(), Phrase.OUTBOX_EMPTY);
    }
    return ExitCode.DONE.number();
  }

  @Command(
      name = "send",
      mixinStandardHelpOptions = true,
      versionProvider = Kabar.Version.class,
      sortOptions = false,
      usageHelpAutoWidth = true,
      description = "Send what waits, now.")
  int send(@Mixin WaitOption wait, @Mixin SharedOptions options)
      throws NotDoneException, IOException, InterruptedException {
    var errand = options.errand(false);
    new Clearance(errand, wait.patience()).send(errand.session());
    return ExitCode.DONE.number();
  }

  @Command(
      name = "retry",
      mixinStandardHelpOptions = true,
      versionProvider = Kabar.Version.class,
      sortOptions = false,
      usageHelpAutoWidth = true,
      description = "Have a message that was refused wait again.")
  int retry(
      @Parameters(paramLabel = "KEY", description = "Which one: its key in the list.") String key,
      @Mixin SharedOptions options)
      throws NotDoneException, IOException, InterruptedException {
    var errand = options.errand(false);
    try (var courier = Courier.of(errand, errand.session())) {
      return done(errand, key, Courier.await(courier.client().retry(key)), Phrase.RETRIED);
    }
  }

  @Command(
      name = "drop",
      mixinStandardHelpOptions = true,
      versionProvider = Kabar.Version.class,
      sortOptions = false,
      usageHelpAutoWidth = true,
      description = "Give a message up: it will not be sent.")
  int drop(
      @Parameters(paramLabel = "KEY", description = "Which one: its key in the list.") String key,
      @Mixin SharedOptions options)
      throws NotDoneException, IOException, InterruptedException {
    var errand = options.errand(false);
    try (var courier = Courier.of(errand, errand.session())) {
      return done(errand, key, Courier.await(courier.client().drop(key)), Phrase.DROPPED);
    }
  }

  private static int done(Errand errand, String key, boolean isDone, Phrase said)
      throws NotDoneException, IOException {
    if (!isDone) {
      throw new NotDoneException(ExitCode.USAGE, errand.say(Phrase.NO_SUCH_ENTRY, key));
    }
    errand.printer().say(errand.say(said, key));
    return ExitCode.DONE.number();
  }
}
