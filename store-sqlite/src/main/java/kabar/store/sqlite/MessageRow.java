package kabar.store.sqlite;

import java.time.Instant;
import kabar.api.store.Message;
import kabar.api.store.NewMessage;

/// A row of the table `messages`, with numbers in the place of names.
///
/// @param conversation the receiver's side
/// @param nth counts the messages of this sender to this receiver
/// @param at in nanoseconds
record MessageRow(
    long id,
    long conversation,
    long sender,
    long receiver,
    long nth,
    String text,
    String key,
    long at) {

  MessageRow(long id, long conversation, long sender, long receiver, long nth, NewMessage it) {
    this(id, conversation, sender, receiver, nth, it.text(), it.key(), Times.stored(it.at()));
  }

  static MessageRow of(Row row) {
    return new MessageRow(
        row.id(),
        row.number(1),
        row.number(2),
        row.number(3),
        row.number(4),
        row.text(5),
        row.text(6),
        row.number(7));
  }

  Object[] columns() {
    return new Object[] {id, conversation, sender, receiver, nth, text, key, at};
  }

  Message message(String from, String to) {
    return new Message(id, from, to, text, key, instant());
  }

  private Instant instant() {
    return Times.instant(at);
  }
}
