package kabar.tui.editing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds what a word could become that was begun before the cursor.
///
/// @param lexicon what it could become
public record Completer(Lexicon lexicon) {

  /// What fits, the first of it chosen; empty if nothing does, or if that stands there already.
  public Optional<Completion> complete(Buffer buffer) {
    int from = Words.startOfSpaced(buffer.text(), buffer.cursor());
    var word = buffer.text().substring(from, buffer.cursor());
    return menu(from, buffer, word, choices(buffer.text().substring(0, from), word));
  }

  /// The same for what says by its first character that it wants to be completed: `/`, `@` or `:`,
  /// or stands behind a command.
  public Optional<Completion> offer(Buffer buffer) {
    int from = Words.startOfSpaced(buffer.text(), buffer.cursor());
    var word = buffer.text().substring(from, buffer.cursor());
    boolean isWanted = from == 0 ? word.startsWith("/") : isArgument(buffer, from);
    return isWanted || word.matches("[@:].+") ? complete(buffer) : Optional.empty();
  }

  private boolean isArgument(Buffer buffer, int from) {
    return lexicon.commands().containsKey(buffer.text().substring(0, from).strip());
  }

  private static Optional<Completion> menu(
      int from, Buffer buffer, String word, List<String> choices) {
    return choices.isEmpty() || choices.equals(List.of(word))
        ? Optional.empty()
        : Optional.of(new Completion(from, buffer.cursor(), choices, 0));
  }

  private List<String> choices(String before, String word) {
    var command = before.strip().toLowerCase(Locale.ROOT);
    if (before.isEmpty() && word.startsWith("/")) {
      return fitting(lexicon.commands().keySet().stream().sorted(), word);
    }
    if (lexicon.commands().containsKey(command)) {
      return fitting(lexicon.commands().getOrDefault(command, List.of()).stream(), word);
    }
    return switch (word.isEmpty() ? ' ' : word.charAt(0)) {
      case ' ' -> List.of();
      case ':' -> word.length() > 1 ? fitting(Emoji.names(), word) : List.of();
      case '@' -> fitting(lexicon.users().stream().map(name -> "@" + name), word);
      default -> fitting(lexicon.users().stream(), word);
    };
  }

  private static List<String> fitting(Stream<String> words, String begun) {
    var start = begun.toLowerCase(Locale.ROOT);
    return words.filter(word -> word.startsWith(start)).toList();
  }
}
