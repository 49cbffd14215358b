package kabar.tui.editing;

import java.util.List;

/// A one-line menu of what could stand in the place of a word that was begun.
///
/// @param from where that word begins in the buffer, in chars
/// @param to where it ends
/// @param choices what could stand there, at least one; that of an emoji is its short name
/// @param chosen an index into them
public record Completion(int from, int to, List<String> choices, int chosen) {
  public Completion {
    choices = List.copyOf(choices);
    if (chosen < 0 || chosen >= choices.size()) {
      throw new IllegalArgumentException(
          "choice %d (expected 0..%d)".formatted(chosen, choices.size() - 1));
    }
  }

  /// What stands in the text for the one that is chosen.
  public String inserted() {
    var choice = choices.get(chosen);
    return Emoji.named(choice).orElse(choice);
  }

  /// Whether it stands there already.
  public boolean isIn(Buffer buffer) {
    return to <= buffer.text().length() && buffer.text().substring(from, to).equals(inserted());
  }

  /// The buffer with it.
  public Buffer into(Buffer buffer) {
    return buffer.replace(from, to, inserted());
  }

  /// The same after it was put into the buffer.
  public Completion placed() {
    return new Completion(from, from + inserted().length(), choices, chosen);
  }

  /// With another one chosen; from the last the first follows.
  public Completion moved(int by) {
    return new Completion(from, to, choices, Math.floorMod(chosen + by, choices.size()));
  }
}
