package kabar.tui.editing;

import java.util.List;

/// A one-line menu of what could stand in the place of a word that was begun.
///
/// @param from where that word begins in the buffer, in chars
/// @param to where it ends
/// @param choices what could stand there, at least one
/// @param chosen an index into them
public record Completion(int from, int to, List<String> choices, int chosen) {
  public Completion {
    choices = List.copyOf(choices);
    if (chosen < 0 || chosen >= choices.size()) {
      throw new IllegalArgumentException(
          "choice %d (expected 0..%d)".formatted(chosen, choices.size() - 1));
    }
  }
}
