package kabar.tui.editing;

import java.util.List;
import java.util.Map;

/// The words that a text can be completed with.
///
/// @param commands with their slashes, and what can stand directly behind each
/// @param users their names
public record Lexicon(Map<String, List<String>> commands, List<String> users) {
  public Lexicon {
    commands = Map.copyOf(commands);
    users = List.copyOf(users);
  }
}
