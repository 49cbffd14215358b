package kabar.tui.bindings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Where a key is pressed; it decides what the key does. The names, in lower case, are the tables
/// of
/// `keys.toml`.
public enum Context {
  /// At the input line, with the focus on the conversation.
  WRITING,
  /// The same while the focus is on one of the other panels.
  PANEL,
  /// While a message is selected.
  SELECTING,
  /// In something that lies over the panels and may be filtered by typing.
  LISTING,
  /// At a question that wants yes or no.
  ASKED;

  /// The context with this name; empty if there is none.
  public static Optional<Context> parse(String word) {
    return Stream.of(values()).filter(context -> context.word().equals(word)).findFirst();
  }

  static List<String> words() {
    return Stream.of(values()).map(Context::word).toList();
  }

  /// Its name in `keys.toml`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether a character goes into a text here, so that it is a key at most while that is empty.
  boolean isTypedInto() {
    return switch (this) {
      case WRITING, PANEL, LISTING -> true;
      case SELECTING, ASKED -> false;
    };
  }
}
