package kabar.tui.state;

import java.util.List;
import kabar.protocol.Reply;

/// The conversation that is open.
///
/// @param with whose it is, empty if none is open
/// @param notes the messages that are known here, oldest first, without a gap
/// @param hasOlder whether there may be older ones at the server
/// @param isLoading whether older ones were asked for
/// @param newAfter the id of the newest message that was read when the conversation was opened,
///     above what is new since then; empty for no such line
/// @param anchor which row of it is at the bottom of the panel
/// @param seenUpTo the id of the newest message that was on the screen long enough, empty for none
public record Conversation(
    String with,
    List<Reply.Note> notes,
    boolean hasOlder,
    boolean isLoading,
    String newAfter,
    Anchor anchor,
    String seenUpTo) {
  public static final Conversation NONE =
      new Conversation("", List.of(), false, false, "", new Anchor.Newest(), "");

  public Conversation {
    notes = List.copyOf(notes);
  }

  public boolean isOpen() {
    return !with.isEmpty();
  }

  public Conversation anchored(Anchor changed) {
    return new Conversation(with, notes, hasOlder, isLoading, newAfter, changed, seenUpTo);
  }

  public Conversation loading(boolean changed) {
    return new Conversation(with, notes, hasOlder, changed, newAfter, anchor, seenUpTo);
  }

  public Conversation seen(String upTo) {
    return new Conversation(with, notes, hasOlder, isLoading, newAfter, anchor, upTo);
  }

  public Conversation newAfter(String changed) {
    return new Conversation(with, notes, hasOlder, isLoading, changed, anchor, seenUpTo);
  }

  /// The same with what is known now.
  public Conversation knowing(Reply.History history) {
    return new Conversation(
        with, history.notes(), history.more(), isLoading, newAfter, anchor, seenUpTo);
  }
}
