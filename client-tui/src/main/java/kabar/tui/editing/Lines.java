package kabar.tui.editing;

import java.util.Optional;
import kabar.tui.text.Graphemes;

/// The lines of a text, as indexes in chars.
final class Lines {
  private Lines() {}

  static int start(String text, int index) {
    return text.lastIndexOf('\n', index - 1) + 1;
  }

  static int end(String text, int index) {
    int end = text.indexOf('\n', index);
    return end < 0 ? text.length() : end;
  }

  /// The place in the line above that is as many clusters from its begin, or its end.
  static Optional<Integer> above(String text, int index) {
    int start = start(text, index);
    return start == 0
        ? Optional.empty()
        : Optional.of(place(text, start(text, start - 1), column(text, index)));
  }

  /// The same in the line below.
  static Optional<Integer> below(String text, int index) {
    int end = end(text, index);
    return end == text.length()
        ? Optional.empty()
        : Optional.of(place(text, end + 1, column(text, index)));
  }

  private static int column(String text, int index) {
    return Graphemes.of(text.substring(start(text, index), index)).size();
  }

  private static int place(String text, int start, int column) {
    return Graphemes.of(text.substring(start, end(text, start))).stream()
        .limit(column)
        .mapToInt(String::length)
        .reduce(start, Integer::sum);
  }
}
