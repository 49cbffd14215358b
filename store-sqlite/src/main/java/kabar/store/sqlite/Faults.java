package kabar.store.sqlite;

import java.util.ArrayList;
import java.util.List;

/// What a check found, as sentences; not more of them than somebody wants to read.
final class Faults {
  private static final int MAX = 100;

  private final List<String> sentences = new ArrayList<>();
  private long more;

  void add(String sentence) {
    if (sentences.size() < MAX) {
      sentences.add(sentence);
    } else {
      more++;
    }
  }

  /// Adds a fault if two numbers that should be equal are not.
  void compare(String what, long found, long expected) {
    if (found != expected) {
      add("%s: found %d, expected %d".formatted(what, found, expected));
    }
  }

  List<String> list() {
    var list = new ArrayList<>(sentences);
    if (more > 0) {
      list.add("and %d more".formatted(more));
    }
    return list;
  }
}
