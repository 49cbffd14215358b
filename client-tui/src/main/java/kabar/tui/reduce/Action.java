package kabar.tui.reduce;

import java.time.Instant;
import java.util.List;
import kabar.client.ConnectionState;
import kabar.client.OutboxEntry;
import kabar.protocol.Person;
import kabar.protocol.Reply;
import kabar.tui.bindings.Intent;
import kabar.tui.paint.Size;

/// Something that has happened.
public sealed interface Action {

  // From whoever sits at the terminal.

  /// A key was pressed that is bound.
  record Meant(Intent intent) implements Action {}

  /// A character was typed that is bound to nothing here.
  record Typed(String text) implements Action {}

  record Pasted(String text) implements Action {}

  /// An editor was left, in which this is what stood in the input line.
  record Edited(String text) implements Action {}

  record Resized(Size size) implements Action {}

  /// The terminal is being looked at, or not any more.
  record FocusChanged(boolean hasFocus) implements Action {}

  /// Time has passed; comes when something that is shown depends on it.
  record Ticked(Instant now) implements Action {}

  // From the core.

  /// The connection stands otherwise than before.
  ///
  /// @param me the user's name, empty while it is not known
  record StateChanged(ConnectionState connection, String me) implements Action {}

  /// How long the last ping took.
  record Pinged(long nanos) implements Action {}

  /// The conversations as they are known now.
  ///
  /// @param areAll whether there are no others
  record TalksRead(List<Reply.Talk> talks, boolean areAll) implements Action {}

  /// The messages of a conversation as they are known now.
  record HistoryRead(String with, Reply.History history) implements Action {}

  /// Older messages were asked for, and that is over; what was read has come before this.
  ///
  /// @param problem a sentence, empty if there is none
  record OlderRead(String with, String problem) implements Action {}

  /// The outbox as it is now.
  record OutboxRead(List<OutboxEntry> entries) implements Action {}

  /// A message was stored just now; the conversation it belongs to has been told before.
  record Arrived(Reply.Note note) implements Action {}

  /// All users, as the server tells them.
  record PeopleRead(List<Person> people) implements Action {}

  /// Some of the users, as they stand now.
  record PeopleChanged(List<Person> people) implements Action {}

  record TypingTold(String from) implements Action {}

  /// What was begun to be written to whom, as it was kept.
  record DraftRead(String with, String text) implements Action {}

  /// There is something to say in the error line.
  record Remarked(String sentence, boolean isError) implements Action {}
}
