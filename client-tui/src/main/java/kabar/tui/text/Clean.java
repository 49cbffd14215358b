package kabar.tui.text;

import java.util.regex.Pattern;

/// The one door for foreign text: what leaves it can be measured, wrapped and painted, and can
/// neither command a terminal nor hide.
///
/// - Control characters become visible: U+2400 and following, and U+FFFD for C1.
/// - CR, LF, CRLF, U+0085, U+2028 and U+2029 are line breaks; a tab is four spaces.
/// - Lone surrogates and noncharacters become U+FFFD.
/// - What is not seen is dropped, all bidirectional controls first of all. The joiner inside an
///   emoji, U+FE0F after one, and the tags of a flag such as England's stay.
/// - A cluster keeps eight combining marks and 32 code points; the rest of a longer one is U+FFFD.
/// - A mark without anything to stand on gets U+25CC, so that no cluster takes less than a cell.
///
/// Clean text stays as it is, so cleaning twice does no harm.
public final class Clean {
  private static final char LINE_BREAK_SHOWN = '\u2424';
  private static final String TAB = "    ";

  /// The first of a tag's two chars.
  private static final char TAG_SURROGATE = '\udb40';

  /// A flag that tags complete, or a tag that completes none.
  private static final Pattern TAGS =
      Pattern.compile("(\\x{1F3F4}[\\x{E0020}-\\x{E007E}]{1,6}\\x{E007F})|[\\x{E0020}-\\x{E007F}]");

  private Clean() {}

  /// One line: a line break is shown as U+2424.
  public static String line(String foreign) {
    return cleaned(foreign, LINE_BREAK_SHOWN);
  }

  /// Lines: every line break is LF.
  public static String text(String foreign) {
    return cleaned(foreign, '\n');
  }

  /// The same text in ASCII and in as many cells, for terminals that show nothing else: letters
  /// without their accents, and a question mark in each cell of what has no likeness. Thus nothing
  /// needs to know the charset before the very end.
  public static String ascii(String clean) {
    return Ascii.of(clean);
  }

  private static String cleaned(String foreign, char lineBreak) {
    if (isClean(foreign)) {
      return foreign;
    }
    var visible = visible(withoutLooseTags(foreign), lineBreak);
    if (Graphemes.isPlain(visible)) {
      return visible;
    }
    var clean = new StringBuilder(visible.length());
    Graphemes.of(visible).forEach(grapheme -> clean.append(Cluster.bounded(grapheme)));
    return clean.toString();
  }

  private static boolean isClean(String foreign) {
    return foreign.chars().allMatch(c -> c >= ' ' && c <= '~');
  }

  private static String withoutLooseTags(String foreign) {
    return foreign.indexOf(TAG_SURROGATE) < 0 ? foreign : TAGS.matcher(foreign).replaceAll("$1");
  }

  /// Looks at each code point alone; what depends on its neighbours is left to {@link Cluster}.
  private static String visible(String foreign, char lineBreak) {
    var out = new StringBuilder(foreign.length());
    var previous = 0;
    for (var i = 0; i < foreign.length(); i += Character.charCount(previous)) {
      var point = foreign.codePointAt(i);
      if (isLineBreak(point)) {
        out.append(point == '\n' && previous == '\r' ? "" : lineBreak);
      } else {
        append(out, point);
      }
      previous = point;
    }
    return out.toString();
  }

  private static boolean isLineBreak(int point) {
    return point == '\n' || point == '\r' || point == 0x85 || point == 0x2028 || point == 0x2029;
  }

  private static void append(StringBuilder out, int point) {
    if (point == '\t') {
      out.append(TAB);
    } else if (Character.isISOControl(point)) {
      out.append(controlShown(point));
    } else if (CodePoints.isNoCharacter(point)) {
      out.append(Cluster.UNKNOWN);
    } else if (!CodePoints.isInvisible(point) || Cluster.mayHold(point)) {
      out.appendCodePoint(point);
    }
  }

  private static char controlShown(int point) {
    if (point == 0x7F) {
      return '\u2421';
    }
    return point < ' ' ? (char) (0x2400 + point) : Cluster.UNKNOWN;
  }
}
