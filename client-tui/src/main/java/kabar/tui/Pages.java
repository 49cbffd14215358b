package kabar.tui;

import java.util.ArrayList;
import java.util.List;
import kabar.protocol.Command.History;
import kabar.protocol.Command.Range;
import kabar.protocol.Reply;
import kabar.protocol.Reply.Note;

/// Reads a conversation, page by page.
final class Pages {
  private static final int PAGE = 200;

  private Pages() {}

  /// The newest messages of a range, oldest first.
  ///
  /// @param range where to begin, from the newest on
  /// @param most at most so many, one or more
  /// @throws NotDoneException if the server refuses or is lost
  static List<Note> newest(Visit visit, String with, Range range, int most)
      throws NotDoneException, InterruptedException {
    var notes = new ArrayList<Note>();
    boolean more = true;
    while (more && notes.size() < most) {
      var from = notes.isEmpty() ? range : new Range.Before(notes.getFirst().id());
      int limit = Math.min(PAGE, most - notes.size());
      var page = visit.ask(new History(with, from, limit), Reply.History.class);
      notes.addAll(0, page.notes());
      more = page.more() && !page.notes().isEmpty();
    }
    return notes;
  }

  /// All messages after one, oldest first; all of the conversation if there is none.
  ///
  /// @param id of the message, empty for none
  /// @throws NotDoneException if the server refuses or is lost
  static List<Note> after(Visit visit, String with, String id)
      throws NotDoneException, InterruptedException {
    if (id.isEmpty()) {
      return newest(visit, with, new Range.Newest(), Integer.MAX_VALUE);
    }
    var notes = new ArrayList<Note>();
    boolean more = true;
    while (more) {
      var last = notes.isEmpty() ? id : notes.getLast().id();
      var page = visit.ask(new History(with, new Range.After(last), PAGE), Reply.History.class);
      notes.addAll(page.notes());
      more = page.more() && !page.notes().isEmpty();
    }
    return notes;
  }
}
