package kabar.protocol;

/// How `json.dumps` writes a string, spelt out a second time for tests to compare with.
final class PythonRule {

  private PythonRule() {}

  static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    text.chars().forEach(unit -> quoted.append(escaped((char) unit)));
    return quoted.append('"').toString();
  }

  private static String escaped(char unit) {
    return switch (unit) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      case '\b' -> "\\b";
      case '\f' -> "\\f";
      default -> unit >= 0x20 && unit <= 0x7E ? String.valueOf(unit) : hex(unit);
    };
  }

  private static String hex(int unit) {
    var digits = "0123456789abcdef";
    var hex = new StringBuilder("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      hex.append(digits.charAt(unit >> shift & 0xF));
    }
    return hex.toString();
  }
}
