package kabar.protocol;

/// Quotes what a peer sent so that it can be shown: short, and without anything that could drive a
/// terminal or break a line.
final class Excerpt {
  private static final int MAX_CHARACTERS = 40;

  private Excerpt() {}

  /// The text between single quotes, its end left out where it is long.
  static String of(String text) {
    boolean isLong = text.codePointCount(0, text.length()) > MAX_CHARACTERS;
    var shown = new StringBuilder("'");
    text.codePoints().limit(MAX_CHARACTERS).map(Excerpt::printable).forEach(shown::appendCodePoint);
    return shown.append(isLong ? "…'" : "'").toString();
  }

  private static int printable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          '?';
      default -> codePoint;
    };
  }
}
