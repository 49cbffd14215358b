package kabar.tui.transcript;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kabar.client.OutboxEntry;
import kabar.protocol.Reply;
import kabar.tui.state.TuiState;

/// The messages of the open conversation, and after them those on their way to it.
///
/// @param notes as the server has them, oldest first
/// @param outbox what it has not
record Entries(String me, List<Reply.Note> notes, List<OutboxEntry> outbox) {

  static Entries of(TuiState state) {
    var conversation = state.conversation();
    var waiting =
        state.lists().outbox().stream().filter(entry -> isFor(entry, conversation.with())).toList();
    return new Entries(
        state.standing().me(), conversation.notes(), without(waiting, conversation.notes()));
  }

  private static boolean isFor(OutboxEntry entry, String with) {
    return entry.to().equals(with)
        && switch (entry.standing()) {
          case OutboxEntry.Standing.Kept(),
              OutboxEntry.Standing.Sending(),
              OutboxEntry.Standing.Failed _ ->
              true;
          case OutboxEntry.Standing.Sent _, OutboxEntry.Standing.Dropped() -> false;
        };
  }

  /// The news that a message was stored may come before the news that it left the outbox.
  private static List<OutboxEntry> without(List<OutboxEntry> waiting, List<Reply.Note> notes) {
    if (waiting.isEmpty()) {
      return waiting;
    }
    Set<String> stored = notes.stream().map(Reply.Note::key).collect(Collectors.toSet());
    return waiting.stream().filter(entry -> !stored.contains(entry.key())).toList();
  }

  int size() {
    return notes.size() + outbox.size();
  }

  boolean isNote(int index) {
    return index < notes.size();
  }

  Entry get(int index) {
    return isNote(index)
        ? Entry.of(notes.get(index), me)
        : Entry.of(outbox.get(index - notes.size()));
  }

  /// Where the message with an id is, -1 if there is none.
  int indexOf(String id) {
    // What is looked for is near the end, mostly.
    for (int index = size() - 1; index >= 0; index--) {
      if (id(index).equals(id)) {
        return index;
      }
    }
    return -1;
  }

  String id(int index) {
    return isNote(index) ? notes.get(index).id() : outbox.get(index - notes.size()).key();
  }

  /// Where the first message of somebody else after the one with an id is, -1 if there is none.
  int firstNewAfter(String id) {
    int known = id.isEmpty() ? -1 : indexOf(id);
    return known < 0 ? -1 : firstOfOthers(known + 1);
  }

  private int firstOfOthers(int from) {
    for (int index = from; index < notes.size(); index++) {
      if (isOfOthers(index)) {
        return index;
      }
    }
    return -1;
  }

  /// How many messages of somebody else there are from an index on.
  int ofOthersFrom(int index) {
    int count = 0;
    for (int at = index; at < notes.size(); at++) {
      count += isOfOthers(at) ? 1 : 0;
    }
    return count;
  }

  private boolean isOfOthers(int index) {
    return !notes.get(index).from().equals(me);
  }
}
