package kabar.server.text;

/// Text without anything that ends a line or moves a cursor.
public final class Printable {

  private Printable() {}

  /// The same text with control and format characters escaped as JSON escapes them: `\u001b`.
  public static String of(String text) {
    var escaped = new StringBuilder(text.length());
    text.chars().forEach(c -> append(escaped, (char) c));
    return escaped.toString();
  }

  private static void append(StringBuilder escaped, char c) {
    if (isHarmless(c)) {
      escaped.append(c);
    } else {
      escaped.append("\\u%04x".formatted((int) c));
    }
  }

  private static boolean isHarmless(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
