package kabar.testkit.hostile;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/// Writes JSON of nothing but ASCII: whatever else a text has is escaped, half a surrogate pair
/// too.
final class Json {
  private Json() {}

  static String string(String text) {
    var out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      append(out, text.charAt(i));
    }
    return out.append('"').toString();
  }

  static String array(List<String> values) {
    return values.stream().collect(Collectors.joining(",", "[", "]"));
  }

  private static void append(StringBuilder out, char c) {
    if (c == '"' || c == '\\') {
      out.append('\\').append(c);
    } else if (c < ' ' || c > '~') {
      out.append("\\u").append(HexFormat.of().toHexDigits(c));
    } else {
      out.append(c);
    }
  }
}
