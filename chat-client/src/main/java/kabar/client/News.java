package kabar.client;

import java.util.List;
import kabar.protocol.Person;
import kabar.protocol.Reply;

/// What a client tells whoever shows it, in the order in which it happened. When something is told,
/// the client's snapshots show it already.
public sealed interface News {

  /// The state of the connection has changed.
  record StateChanged(ConnectionState state) implements News {}

  /// A message was stored, from or to the user. Told once, in the order of the server.
  ///
  /// @param cursor whoever begins after it is told all that follows
  record Posted(Reply.Note note, String cursor) implements News {}

  /// A conversation was read up to a message, on one of the user's devices.
  ///
  /// @param cursor as above
  record Marked(String with, String upTo, String cursor) implements News {}

  /// Some of what happened was not told and will not be: the cursor to begin after was of no use to
  /// the server, or there was none. What is cached is read anew.
  ///
  /// @param cursor where it goes on
  record Reset(String cursor) implements News {}

  /// Some users came, went, or said otherwise.
  ///
  /// @param isWhole false if there were too many to tell: whoever wants to know asks for the users
  record Presences(List<Person> people, boolean isWhole) implements News {
    public Presences {
      people = List.copyOf(people);
    }
  }

  /// Somebody is writing a message to the user.
  record Typing(String from) implements News {}

  /// A conversation or the list of them was read from the server: look at the snapshots anew.
  record Reloaded() implements News {}

  /// An entry of the outbox has changed; also one that another program on the same profile made.
  record OutboxChanged(OutboxEntry entry) implements News {}

  /// Something is wrong that the client lives with: a damaged file that was set aside, a disk that
  /// is full.
  ///
  /// @param what a sentence for people that names the file
  record Trouble(String what) implements News {}
}
