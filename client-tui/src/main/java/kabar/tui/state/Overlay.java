package kabar.tui.state;

import java.util.Locale;
import kabar.protocol.Reply;
import kabar.tui.editing.Buffer;

/// What lies over the panels, or takes the keys, for a while. `Esc` leads back from each.
public sealed interface Overlay {

  record None() implements Overlay {}

  /// All keys, those whose key or name contains what was typed.
  ///
  /// @param from the first line that is shown
  record Help(Buffer filter, int from) implements Overlay {}

  /// Go to anything: conversations and people, after `>` commands, after `@` people.
  ///
  /// @param chosen which of the lines that fit
  record GoTo(Buffer query, int chosen) implements Overlay {}

  /// Search in the open conversation. Its messages are marked, and the view is at one of them.
  ///
  /// @param found the id of the message that was found last, empty for none
  record Search(Buffer query, String found) implements Overlay {

    /// Whether a message has in it what is searched for, in capitals or not.
    public boolean isIn(Reply.Note note) {
      return note.text().toLowerCase(Locale.ROOT).contains(query.text().toLowerCase(Locale.ROOT));
    }
  }

  /// A message is selected, and single letters do something with it.
  ///
  /// @param id a message's id, or the key of an entry of the outbox
  record Select(String id) implements Overlay {}

  /// The last remarks, newest last.
  ///
  /// @param from the first line that is shown
  record Remarks(int from) implements Overlay {}

  /// How the connection stands: server, transport, session, latency, last loss.
  record Connection() implements Overlay {}

  /// The open conversation without panels, so that a terminal's own selection copies text only.
  record Bare() implements Overlay {}

  /// A large paste waits for a yes.
  record PasteQuestion(String text) implements Overlay {}

  /// To quit though something waits in the outbox.
  record QuitQuestion() implements Overlay {}
}
