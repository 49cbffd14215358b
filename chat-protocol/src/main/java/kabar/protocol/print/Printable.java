package kabar.protocol.print;

import java.util.stream.Collectors;

/// Text without anything that ends a line, moves a cursor or hides: safe on a terminal, whoever
/// wrote it.
public final class Printable {

  private Printable() {}

  /// The same text with every character that a terminal might obey instead of showing it, control
  /// characters and those that change the direction among them, as JSON would escape it: `\u001b`.
  public static String of(String text) {
    return text.codePoints().mapToObj(Printable::shown).collect(Collectors.joining());
  }

  private static String shown(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          escaped(point);
      default -> Character.toString(point);
    };
  }

  private static String escaped(int point) {
    return Character.toString(point)
        .chars()
        .mapToObj("\\u%04x"::formatted)
        .collect(Collectors.joining());
  }
}
