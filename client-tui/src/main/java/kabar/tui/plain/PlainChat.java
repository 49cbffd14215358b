package kabar.tui.plain;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import kabar.client.ChatClient;
import kabar.client.ConnectionState;
import kabar.client.ConnectionState.Connecting;
import kabar.client.ConnectionState.Idle;
import kabar.client.ConnectionState.Offline;
import kabar.client.ConnectionState.Online;
import kabar.client.ConnectionState.Refused;
import kabar.client.News;
import kabar.client.OutboxEntry;
import kabar.protocol.Availability;
import kabar.protocol.Command;
import kabar.protocol.Reply.Note;
import kabar.tui.line.LineInput;
import kabar.tui.print.Messages;
import kabar.tui.print.Printer;
import kabar.tui.words.Phrase;
import kabar.tui.words.Sentences;

/// A conversation in lines: what comes is printed below what was typed, and nothing is rewritten.
/// All happens on the thread that calls {@link #run}.
public final class PlainChat {
  private static final long FOREVER = Long.MAX_VALUE;
  private static final List<Phrase> HELP =
      List.of(
          Phrase.HELP_TEXT,
          Phrase.HELP_MSG,
          Phrase.HELP_READ,
          Phrase.HELP_INBOX,
          Phrase.HELP_WHO,
          Phrase.HELP_OUTBOX,
          Phrase.HELP_AWAY,
          Phrase.HELP_RECONNECT,
          Phrase.HELP_QUIT);

  private final Plan plan;
  private final ChatClient client;
  private final BlockingQueue<Heard> heard;
  private final Sheet sheet;
  private final Printer printer;
  private final Feed feed;
  private final Inquiry inquiry;
  private final LineInput input;

  /// The newest message of each conversation that was printed and not marked as read, and that was
  /// held.
  private final Map<String, String> printed = new HashMap<>();

  private final Map<String, String> held = new HashMap<>();

  private String with;
  private boolean hasBegun;
  private boolean isLeaving;
  private long deadline = FOREVER;

  /// How to talk.
  ///
  /// @param me who types
  /// @param with the conversation that is open at first, empty for none
  /// @param isTypedAt whether somebody types at the terminal that it prints on
  /// @param isQuiet whether what comes is held until Enter is pressed
  /// @param isRinging whether the bell is rung for a message
  /// @param patience how long at the end to wait for what is on its way
  public record Plan(
      Sentences sentences,
      ZoneId zone,
      String me,
      String with,
      boolean isTypedAt,
      boolean isQuiet,
      boolean isRinging,
      Duration patience) {}

  /// Where it reads and prints.
  ///
  /// @param err for all that was not asked for, unless it is the same terminal
  public record Ends(InputStream in, OutputStream out, PrintWriter err) {}

  /// Something that has happened.
  public sealed interface Heard {

    /// The client tells it.
    record Told(News news) implements Heard {}

    /// Somebody has typed.
    record Typed(LineInput.Read read) implements Heard {}
  }

  /// @param client which has started and is not connected
  /// @param heard where it puts what it tells
  public PlainChat(Plan plan, Ends ends, ChatClient client, BlockingQueue<Heard> heard) {
    this.plan = plan;
    this.client = client;
    this.heard = heard;
    this.with = plan.with();
    this.sheet = new Sheet(ends.out(), plan.isTypedAt());
    var notes =
        plan.isTypedAt() ? new PrintWriter(sheet, true, StandardCharsets.UTF_8) : ends.err();
    this.printer = new Printer(sheet, notes, false, false);
    var messages = Messages.timed(printer, plan.zone(), true, plan.me());
    var voice = new Feed.Voice(plan.sentences(), printer, messages, true);
    var wanted = new Feed.Wanted(plan.me(), "", true, Integer.MAX_VALUE);
    this.feed = new Feed(voice, wanted, Feed.Place.NONE, false);
    this.inquiry = new Inquiry(client, voice, plan.zone());
    this.input = new LineInput(ends.in(), read -> heard.add(new Heard.Typed(read)));
  }

  /// Talks until the input ends or somebody quits. Blocks.
  ///
  /// @return why the server let it in no more, empty if that was not why it ended
  /// @throws IOException if nothing can be printed
  public Optional<Refused> run() throws IOException, InterruptedException {
    input.start();
    client.connect();
    while (!isOver()) {
      var next = next();
      if (next.isEmpty()) {
        break;
      }
      handle(next.get());
    }
    sheet.release();
    return feed.refusal();
  }

  private boolean isOver() {
    return feed.isOver() || (isLeaving && (waiting() == 0 || !isOnItsWay()));
  }

  /// Whether what waits may be sent soon.
  private boolean isOnItsWay() {
    return switch (client.state()) {
      case Online _, Connecting _, Idle _ -> true;
      case Offline _, Refused _ -> false;
    };
  }

  private Optional<Heard> next() throws InterruptedException {
    return deadline == FOREVER
        ? Optional.of(heard.take())
        : Optional.ofNullable(heard.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS));
  }

  private void handle(Heard next) throws IOException, InterruptedException {
    switch (next) {
      case Heard.Told(var news) -> {
        feed.take(news, waiting());
        notice(news);
      }
      case Heard.Typed(LineInput.Read.Ended _) -> leave();
      case Heard.Typed(LineInput.Read.Line(var text)) -> typed(() -> obey(PlainLine.parse(text)));
      case Heard.Typed(LineInput.Read.TooLong _) -> typed(() -> note(Phrase.TOO_LARGE));
      case Heard.Typed(LineInput.Read.NotUtf8 _) -> typed(() -> note(Phrase.TEXT_NOT_UTF8));
    }
  }

  private void notice(News news) throws IOException, InterruptedException {
    switch (news) {
      case News.StateChanged(var state) -> begin(state);
      case News.Posted(var note, _) when !note.from().equals(plan.me()) -> arrived(note);
      case News.Posted _,
          News.Marked _,
          News.Reset _,
          News.Presences _,
          News.Typing _,
          News.Reloaded _,
          News.OutboxChanged _,
          News.Trouble _ -> {}
    }
  }

  /// Nothing is read before it is known how the connection stands: commands from a pipe would come
  /// too early.
  private void begin(ConnectionState state) throws IOException, InterruptedException {
    switch (state) {
      case Online _, Offline _ -> {
        if (!hasBegun) {
          hasBegun = true;
          greet(state instanceof Online);
          await();
        }
      }
      case Idle _, Connecting _, Refused _ -> {}
    }
  }

  private void greet(boolean isOnline) throws IOException, InterruptedException {
    if (plan.isTypedAt()) {
      say(Phrase.PLAIN_GREETING, plan.me());
      var unread = isOnline ? inquiry.unread().orElse(0L) : 0L;
      if (unread > 0) {
        say(Phrase.PLAIN_UNREAD, unread);
      }
    }
  }

  private void arrived(Note note) throws IOException {
    (sheet.isHolding() ? held : printed).put(note.from(), note.id());
    if (plan.isRinging()) {
      sheet.ring();
    }
  }

  /// What somebody wants done.
  @FunctionalInterface
  private interface Wish {
    void grant() throws IOException, InterruptedException;
  }

  private void typed(Wish wish) throws IOException, InterruptedException {
    sheet.typed();
    markRead();
    sheet.release();
    printed.putAll(held);
    held.clear();
    wish.grant();
    if (!isLeaving) {
      await();
    }
  }

  private void await() throws IOException {
    sheet.prompt(with + "> ");
    if (plan.isQuiet()) {
      sheet.hold();
    }
    input.request();
  }

  /// Whoever presses Enter has been there to hear what was printed.
  private void markRead() {
    var last = printed.remove(with);
    if (last != null) {
      client.read(with, last);
    }
  }

  private void obey(PlainLine line) throws IOException, InterruptedException {
    switch (line) {
      case PlainLine.Nothing _ -> {}
      case PlainLine.Say(var text) -> send(text);
      case PlainLine.Talk(var other, var text) -> {
        with = other;
        if (!text.isEmpty()) {
          send(text);
        }
      }
      case PlainLine.Who(var prefix) -> inquiry.people(prefix);
      case PlainLine.Inbox _ -> inquiry.conversations();
      case PlainLine.Read(var count) -> read(count);
      case PlainLine.Outbox _ -> inquiry.outbox();
      case PlainLine.Retry(var number) -> change(number, client::retry, Phrase.RETRIED);
      case PlainLine.Drop(var number) -> change(number, client::drop, Phrase.DROPPED);
      case PlainLine.Away(var text) ->
          inquiry.tell(new Command.SetPresence(Availability.AWAY, text));
      case PlainLine.Back _ -> inquiry.tell(new Command.SetPresence(Availability.ONLINE, ""));
      case PlainLine.Connect _ -> client.connect();
      case PlainLine.Help _ -> help();
      case PlainLine.Quit _ -> leave();
      case PlainLine.Unknown(var word) -> note(Phrase.NO_SUCH_COMMAND, word);
      case PlainLine.Wrong(var word) -> note(Phrase.WRONG_COMMAND, word);
    }
  }

  private void send(String text) throws InterruptedException {
    if (with.isEmpty()) {
      note(Phrase.TO_WHOM);
      return;
    }
    var outgoing = client.send(with, text);
    feed.knowsAlready(outgoing.key());
    try {
      outgoing.kept().toCompletableFuture().get();
    } catch (ExecutionException e) {
      note(Phrase.NOT_SAVED, e.getCause() == null ? "" : String.valueOf(e.getCause().getMessage()));
    }
  }

  private void read(int count) throws IOException, InterruptedException {
    if (with.isEmpty()) {
      note(Phrase.TO_WHOM);
      return;
    }
    inquiry.history(with, count).ifPresent(last -> client.read(with, last));
  }

  private void change(int number, Function<String, CompletionStage<Boolean>> change, Phrase changed)
      throws IOException, InterruptedException {
    var entries = client.outbox();
    if (number > entries.size()) {
      note(Phrase.NO_SUCH_NUMBER, number);
      return;
    }
    try {
      var isChanged = change.apply(entries.get(number - 1).key()).toCompletableFuture().get();
      if (isChanged) {
        say(changed, number);
      } else {
        note(Phrase.NO_SUCH_NUMBER, number);
      }
    } catch (ExecutionException e) {
      note(Phrase.NOT_SAVED, e.getCause() == null ? "" : String.valueOf(e.getCause().getMessage()));
    }
  }

  private void help() throws IOException {
    for (var line : HELP) {
      say(line);
    }
  }

  private void leave() {
    isLeaving = true;
    deadline = System.nanoTime() + plan.patience().toNanos();
  }

  private int waiting() {
    return (int) client.outbox().stream().filter(OutboxEntry::isPending).count();
  }

  private void say(Phrase phrase, Object... arguments) throws IOException {
    printer.say(plan.sentences().say(phrase, arguments));
  }

  private void note(Phrase phrase, Object... arguments) {
    printer.note(plan.sentences().say(phrase, arguments));
  }
}
