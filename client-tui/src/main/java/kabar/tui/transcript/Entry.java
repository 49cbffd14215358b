package kabar.tui.transcript;

import java.time.Duration;
import java.time.Instant;
import kabar.client.OutboxEntry;
import kabar.protocol.Reply;

/// A message in a conversation, whether it has reached the server or not.
///
/// @param id the message's id, or the key of an entry of the outbox
record Entry(String id, String from, String text, Instant at, State state) {
  private static final Duration SAME_BREATH = Duration.ofMinutes(5);

  /// What became of it.
  enum State {
    /// Somebody else sent it.
    RECEIVED,
    STORED,
    PENDING,
    FAILED
  }

  static Entry of(Reply.Note note, String me) {
    var state = note.from().equals(me) ? State.STORED : State.RECEIVED;
    return new Entry(note.id(), note.from(), note.text(), note.at(), state);
  }

  static Entry of(OutboxEntry entry) {
    var state =
        entry.standing() instanceof OutboxEntry.Standing.Failed ? State.FAILED : State.PENDING;
    return new Entry(entry.key(), entry.from(), entry.text(), entry.queuedAt(), state);
  }

  /// Whether it comes so soon after one of the same sender that the name need not be said again.
  boolean follows(Entry before) {
    return from.equals(before.from) && Duration.between(before.at, at).compareTo(SAME_BREATH) < 0;
  }
}
