package kabar.protocol;

import java.time.Duration;
import java.util.List;

/// Something that a server tells without being asked, free of any dialect.
///
/// A cursor is a place in the order in which a server commits, as text that clients compare for
/// equality only; whoever has seen the event has seen all up to there that they may see.
public sealed interface Event {

  /// A message was stored, from or to the user.
  record Posted(Reply.Note note, String cursor) implements Event {}

  /// The user has read a conversation up to a message, on one device or another.
  record Marked(String with, String upTo, String cursor) implements Event {}

  /// Some users came, went, or said otherwise.
  ///
  /// @param people how they stand now
  /// @param isWhole false if there were too many to tell: whoever wants to know lists the users
  record Presences(List<Person> people, boolean isWhole) implements Event {
    public Presences {
      people = List.copyOf(people);
    }
  }

  /// Somebody is writing a message to the user.
  record Typing(String from) implements Event {}

  /// The connection's session has ended otherwise than by its own logout. The connection stays,
  /// bound to nothing.
  ///
  /// @param session its id, as the list of sessions tells it
  record SessionEnded(String session) implements Event {}

  /// The server is about to stop.
  ///
  /// @param reconnectAfter how long to wait before the first attempt to connect again
  record Stopping(Duration reconnectAfter) implements Event {}
}
