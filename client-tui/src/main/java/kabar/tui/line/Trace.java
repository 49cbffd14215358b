package kabar.tui.line;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What the original client printed of its talk with the server, to find its own mistakes.
final class Trace {
  /// It read as many bytes at once.
  private static final int PIECE_BYTES = 64;

  private Trace() {}

  /// An answer in the pieces in which it was read.
  static List<String> answer(byte[] bytes) {
    var lines = new ArrayList<String>();
    for (int start = 0; start < bytes.length; start += PIECE_BYTES) {
      int end = Math.min(start + PIECE_BYTES, bytes.length);
      lines.add("diterima dari server " + literal(Arrays.copyOfRange(bytes, start, end)));
    }
    lines.add("end of string");
    return lines;
  }

  /// Bytes as Python shows them (`repr`), in ASCII: in apostrophes, unless that saves escaping one.
  static String literal(byte[] bytes) {
    char quote = contains(bytes, '\'') && !contains(bytes, '"') ? '"' : '\'';
    var text = new StringBuilder("b").append(quote);
    for (byte one : bytes) {
      append(text, Byte.toUnsignedInt(one), quote);
    }
    return text.append(quote).toString();
  }

  private static void append(StringBuilder text, int one, char quote) {
    switch (one) {
      case '\t' -> text.append("\\t");
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      default -> {
        if (one < ' ' || one > '~') {
          text.append("\\x%02x".formatted(one));
        } else {
          text.append(one == quote || one == '\\' ? "\\" : "").append((char) one);
        }
      }
    }
  }

  private static boolean contains(byte[] bytes, char wanted) {
    for (byte one : bytes) {
      if (one == wanted) {
        return true;
      }
    }
    return false;
  }
}
