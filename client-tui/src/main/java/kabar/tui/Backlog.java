package kabar.tui;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kabar.client.KeptSession;
import kabar.protocol.Reply.Note;
import kabar.protocol.Reply.Talk;
import kabar.tui.plain.Feed;

/// What was unread before `kabar tail` began.
///
/// @param with the only conversation that counts, empty for all
record Backlog(Errand errand, KeptSession session, String with) {

  /// Prints it, in the order of time.
  ///
  /// @return the cursor after which the rest comes; some of what was printed may come again
  String print(Feed feed) throws NotDoneException, IOException, InterruptedException {
    try (var visit = Visit.inSession(errand, session)) {
      for (var note : unread(visit)) {
        feed.printBefore(note);
      }
      return visit.cursor();
    }
  }

  private List<Note> unread(Visit visit) throws NotDoneException, InterruptedException {
    var unread = new ArrayList<Note>();
    for (var talk : InboxCommand.talks(visit)) {
      if (talk.unread() > 0 && (with.isEmpty() || with.equals(talk.with().user()))) {
        unread.addAll(unread(visit, talk));
      }
    }
    unread.sort(Comparator.comparing(Note::at));
    return unread;
  }

  private static List<Note> unread(Visit visit, Talk talk)
      throws NotDoneException, InterruptedException {
    var other = talk.with().user();
    return Pages.after(visit, other, talk.marker()).stream()
        .filter(note -> note.from().equals(other))
        .toList();
  }
}
