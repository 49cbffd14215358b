package kabar.tui.plain;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import kabar.client.ChatClient;
import kabar.client.OutboxEntry;
import kabar.client.OutboxEntry.Standing;
import kabar.protocol.Command;
import kabar.protocol.Person;
import kabar.protocol.Reply;
import kabar.tui.print.Messages;
import kabar.tui.print.OutputException;
import kabar.tui.print.Printer;
import kabar.tui.print.Rows;
import kabar.tui.words.Phrase;
import kabar.tui.words.Sentences;

/// Asks the server and prints the answer as a list, each thing on a line of words. Blocks for it.
final class Inquiry {
  private static final int PAGE = 200;
  private static final int CONVERSATIONS = 50;

  private final ChatClient client;
  private final Sentences sentences;
  private final Printer printer;
  private final Messages messages;
  private final Rows rows;

  Inquiry(ChatClient client, Feed.Voice voice, ZoneId zone) {
    this.client = client;
    this.sentences = voice.sentences();
    this.printer = voice.printer();
    this.messages = voice.messages();
    this.rows = new Rows(sentences, zone);
  }

  /// Who is online, or everybody whose name begins with something.
  void people(String prefix) throws OutputException, InterruptedException {
    var isOnline = prefix.isEmpty();
    var answer = ask(new Command.ListUsers(isOnline, prefix, PAGE, ""), Reply.People.class);
    if (answer.isPresent()) {
      lines(answer.get().people().stream().map(this::person).toList(), Phrase.NOBODY);
    }
  }

  /// The conversations, the one with the newest message first.
  void conversations() throws OutputException, InterruptedException {
    var answer = ask(new Command.ListConversations(CONVERSATIONS, ""), Reply.Conversations.class);
    if (answer.isPresent()) {
      var talks = answer.get().talks().stream().map(this::talk).toList();
      lines(talks, Phrase.NO_CONVERSATIONS);
    }
  }

  /// How many messages are unread, if that can be told.
  Optional<Long> unread() throws OutputException, InterruptedException {
    return ask(new Command.ListConversations(CONVERSATIONS, ""), Reply.Conversations.class)
        .map(answer -> answer.talks().stream().mapToLong(Reply.Talk::unread).sum());
  }

  /// The newest messages of a conversation.
  ///
  /// @return the id of the last of them, empty if there is none
  Optional<String> history(String with, int count) throws OutputException, InterruptedException {
    var command = new Command.History(with, new Command.Range.Newest(), count);
    var notes = ask(command, Reply.History.class).map(Reply.History::notes);
    if (notes.isEmpty()) {
      return Optional.empty();
    }
    for (var note : notes.get()) {
      messages.print(note);
    }
    if (notes.get().isEmpty()) {
      say(Phrase.NOTHING_TO_READ, with);
      return Optional.empty();
    }
    return Optional.of(notes.get().getLast().id());
  }

  /// What is in the outbox, with numbers.
  void outbox() throws OutputException {
    var entries = client.outbox();
    var lines =
        IntStream.range(0, entries.size())
            .mapToObj(index -> (index + 1) + ". " + entry(entries.get(index)))
            .toList();
    lines(lines, Phrase.OUTBOX_EMPTY);
  }

  /// Tells the server something, which has nothing to tell itself.
  void tell(Command command) throws OutputException, InterruptedException {
    if (ask(command, Reply.Done.class).isPresent()) {
      say(Phrase.TOLD);
    }
  }

  private void lines(List<String> lines, Phrase none) throws OutputException {
    for (var line : lines) {
      printer.line(line);
    }
    if (lines.isEmpty()) {
      say(none);
    }
  }

  private String person(Person person) {
    var presence = sentences.availability(person.presence());
    var name = person.profile().user() + ": " + presence;
    return person.text().isEmpty() ? name : name + ", " + person.text();
  }

  private String talk(Reply.Talk talk) {
    var last = talk.last();
    return "%s: %s. %s %s: %s"
        .formatted(
            talk.with().user(),
            sentences.say(Phrase.COUNT_UNREAD, talk.unread()),
            rows.time(last.at()),
            last.from(),
            Rows.snippet(last.text()));
  }

  private String entry(OutboxEntry entry) {
    var standing =
        entry.standing() instanceof Standing.Failed(var reason, var detail)
            ? sentences.say(Phrase.REFUSED, sentences.refusal(reason, detail))
            : sentences.say(Phrase.WAITING);
    return "%s, %s: %s".formatted(entry.to(), standing, Rows.snippet(entry.text()));
  }

  private <R extends Reply> Optional<R> ask(Command command, Class<R> expected)
      throws OutputException, InterruptedException {
    try {
      var reply = client.ask(command).toCompletableFuture().get();
      if (expected.isInstance(reply)) {
        return Optional.of(expected.cast(reply));
      }
      printer.note(problem(reply));
    } catch (ExecutionException e) {
      printer.note(sentences.say(Phrase.NOT_ONLINE));
    }
    return Optional.empty();
  }

  private String problem(Reply reply) {
    return switch (reply) {
      case Reply.Refused refused -> sentences.refusal(refused);
      case Reply.Failed(var logId) -> sentences.say(Phrase.SERVER_BUG, logId);
      default -> sentences.say(Phrase.UNEXPECTED_ANSWER);
    };
  }

  private void say(Phrase phrase, Object... arguments) throws OutputException {
    printer.say(sentences.say(phrase, arguments));
  }
}
