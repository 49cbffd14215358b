package kabar.tui;

import java.util.List;

/// What stands behind a command about a server: its URL, a word, both or neither.
///
/// @param url empty if there is none
/// @param word whatever else the command wants, empty if there is none
record Target(String url, String word) {

  /// Tells them apart: of two words the first is the URL, a single one is if it looks like one.
  static Target parse(List<String> words) {
    return switch (words.size()) {
      case 0 -> new Target("", "");
      case 1 ->
          words.getFirst().contains("://")
              ? new Target(words.getFirst(), "")
              : new Target("", words.getFirst());
      default -> new Target(words.getFirst(), words.getLast());
    };
  }
}
