package kabar.tui;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Option;
import static picocli.CommandLine.Parameters;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import kabar.api.SettingsException;
import kabar.client.KeptSession;
import kabar.client.News;
import kabar.tui.plain.Feed;
import kabar.tui.print.Messages;

/// Prints messages as they come.
@Command(
    name = "tail",
    mixinStandardHelpOptions = true,
    versionProvider = Kabar.Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Print messages as they come, until Ctrl-C.",
      "",
      "It begins with now, and misses nothing from then on, whatever happens to the connection;"
          + " that is told on the error output.",
      ""
    },
    footer = {"", ExitCode.TABLE, "", "Example: kabar tail --json --since-last | ./bot"})
final class TailCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "USER",
      description = "Only messages of the conversation with this user.")
  private String user = "";

  @Option(
      names = "--since-last",
      description =
          "Begin where the last kabar tail --since-last of this profile ended, the first time with"
              + " now.")
  private boolean isSinceLast;

  @Option(names = "--unread", description = "Begin with what is unread.")
  private boolean isUnread;

  @Option(names = "--own", description = "Also print what you send yourself, from any device.")
  private boolean isOwn;

  @Option(
      names = {"-n", "--count"},
      paramLabel = "N",
      description = "End after so many messages.")
  private String count = "";

  @Option(
      names = "--plain",
      description =
          "One line for each message, in words alone: [09:41] messi: text. A lost connection is told"
              + " once.")
  private boolean isPlain;

  @Mixin private JsonOption output;
  @Mixin private SharedOptions shared;

  @Override
  public Integer call() throws NotDoneException, IOException, InterruptedException {
    if (isSinceLast && isUnread) {
      throw new SettingsException("--since-last and --unread: cannot use both (expected one)");
    }
    int most = count.isEmpty() ? Integer.MAX_VALUE : HistoryCommand.count("--count", count);
    var errand = shared.errand(output.isJson());
    var session = errand.session();
    var position = Position.in(errand.path());
    var start = isSinceLast ? position.read() : "";
    var feed = feed(errand, new Feed.Wanted(session.user(), user, isOwn, most), position, start);
    if (isUnread) {
      start = new Backlog(errand, session, user).print(feed);
    }
    if (!feed.isOver()) {
      follow(errand, session, start, feed);
    }
    return ExitCode.DONE.number();
  }

  private Feed feed(Errand errand, Feed.Wanted wanted, Position position, String start) {
    var messages =
        Messages.timed(errand.printer(), errand.surroundings().zone(), isPlain, wanted.me());
    return new Feed(
        new Feed.Voice(errand.sentences(), errand.printer(), messages, isPlain),
        wanted,
        isSinceLast ? position::write : Feed.Place.NONE,
        isUnread || !start.isEmpty());
  }

  private static void follow(Errand errand, KeptSession session, String start, Feed feed)
      throws NotDoneException, IOException, InterruptedException {
    var news = new LinkedBlockingQueue<News>();
    try (var courier = Courier.of(errand, session, start, news::add)) {
      courier.client().connect();
      while (!feed.isOver()) {
        feed.take(news.take(), courier.waiting());
      }
    }
    if (feed.refusal().isPresent()) {
      throw Setback.end(errand, feed.refusal().get());
    }
  }
}
