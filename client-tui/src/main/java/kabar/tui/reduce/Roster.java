package kabar.tui.reduce;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import kabar.protocol.Availability;
import kabar.protocol.Person;
import kabar.tui.state.TuiState;

/// Who is there: those online first, then those away, each by name.
final class Roster {
  private static final Comparator<Person> ORDER =
      Comparator.<Person, Integer>comparing(person -> rank(person.presence()))
          .thenComparing(person -> person.profile().user());

  private Roster() {}

  static Next read(TuiState state, List<Person> people) {
    return Panels.settled(
        state.lists(state.lists().people(people.stream().sorted(ORDER).toList())));
  }

  /// Those who are named stand as told, all others as before.
  static Next changed(TuiState state, List<Person> people) {
    var all = new LinkedHashMap<String, Person>();
    state.lists().people().forEach(person -> all.put(person.profile().user(), person));
    people.forEach(person -> all.put(person.profile().user(), person));
    return read(state, List.copyOf(all.values()));
  }

  private static int rank(Availability presence) {
    return switch (presence) {
      case ONLINE -> 0;
      case AWAY -> 1;
      case OFFLINE -> 2;
    };
  }
}
