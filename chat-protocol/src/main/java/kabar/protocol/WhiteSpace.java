package kabar.protocol;

/// What Python 3 takes for white space, because the original programs strip with `str.strip()`.
///
/// [Its definition](https://docs.python.org/3/library/stdtypes.html#str.isspace): general category
/// `Zs`, or bidirectional class `WS`, `B` or `S`. Java's ideas differ: `String.strip` leaves U+0085
/// and the no-break spaces U+00A0, U+2007 and U+202F, and `String.trim` takes NUL and its like too.
public final class WhiteSpace {

  private WhiteSpace() {}

  /// The text without white space at its start and its end, like Python's `str.strip()`.
  public static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && contains(text.charAt(start))) {
      start++;
    }
    while (end > start && contains(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /// All white space is in the basic plane, so that a `char` will do.
  static boolean contains(char c) {
    return switch (c) {
      // Tab, line feed, line tabulation, form feed, carriage return
      case '\t', '\n', '\u000B', '\f', '\r' -> true;
      // The separators of files, groups, records and units
      case '\u001C', '\u001D', '\u001E', '\u001F' -> true;
      // Space, next line, no-break space, Ogham space mark
      case ' ', '\u0085', '\u00A0', '\u1680' -> true;
      // En quad up to hair space
      case '\u2000', '\u2001', '\u2002', '\u2003', '\u2004', '\u2005' -> true;
      case '\u2006', '\u2007', '\u2008', '\u2009', '\u200A' -> true;
      // Separators of lines and paragraphs
      case '\u2028', '\u2029' -> true;
      // Narrow no-break, mathematical and ideographic space
      case '\u202F', '\u205F', '\u3000' -> true;
      default -> false;
    };
  }
}
