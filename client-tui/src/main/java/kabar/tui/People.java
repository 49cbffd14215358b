package kabar.tui;

import java.util.ArrayList;
import java.util.List;
import kabar.protocol.Command.ListUsers;
import kabar.protocol.Person;
import kabar.protocol.Reply;

/// Asks for users, page by page.
final class People {
  private static final int PAGE = 200;

  private People() {}

  /// All users of a kind, by name.
  ///
  /// @param isOnline whether only those who are online
  /// @param prefix what the names begin with, empty for all
  /// @throws NotDoneException if the server refuses or is lost
  static List<Person> ask(Visit visit, boolean isOnline, String prefix)
      throws NotDoneException, InterruptedException {
    var people = new ArrayList<Person>();
    boolean more = true;
    while (more) {
      var after = people.isEmpty() ? "" : people.getLast().profile().user();
      var page = visit.ask(new ListUsers(isOnline, prefix, PAGE, after), Reply.People.class);
      people.addAll(page.people());
      more = page.more() && !page.people().isEmpty();
    }
    return people;
  }
}
