package kabar.tui;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Option;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import kabar.protocol.Command.ListConversations;
import kabar.protocol.Reply;
import kabar.tui.print.Shapes;
import kabar.tui.words.Phrase;

/// Lists conversations.
@Command(
    name = "inbox",
    mixinStandardHelpOptions = true,
    versionProvider = Kabar.Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "List the conversations in which something is unread, the newest first.",
      "",
      "Nothing is marked as read by looking.",
      ""
    },
    footer = {"", ExitCode.TABLE, "", "Example: kabar inbox --json"})
final class InboxCommand implements Callable<Integer> {
  private static final int PAGE = 200;

  @Option(names = "--all", description = "List all conversations.")
  private boolean isAll;

  @Mixin private JsonOption output;
  @Mixin private SharedOptions shared;

  @Override
  public Integer call() throws NotDoneException, IOException, InterruptedException {
    var errand = shared.errand(output.isJson());
    try (var visit = Visit.inSession(errand)) {
      var talks = talks(visit).stream().filter(talk -> isAll || talk.unread() > 0).toList();
      new Listing<Reply.Talk>(Shapes::conversation, errand.rows()::conversation)
          .print(errand, talks, isAll ? Phrase.NO_CONVERSATIONS : Phrase.NOTHING_UNREAD);
    }
    return ExitCode.DONE.number();
  }

  static List<Reply.Talk> talks(Visit visit) throws NotDoneException, InterruptedException {
    var talks = new ArrayList<Reply.Talk>();
    boolean more = true;
    while (more) {
      var after = talks.isEmpty() ? "" : talks.getLast().last().id();
      var page = visit.ask(new ListConversations(PAGE, after), Reply.Conversations.class);
      talks.addAll(page.talks());
      more = page.more() && !page.talks().isEmpty();
    }
    return talks;
  }
}
