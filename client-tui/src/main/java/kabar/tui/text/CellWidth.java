package kabar.tui.text;

/// How many cells of a terminal something takes.
///
/// From Unicode's data: a character that is Wide or Fullwidth in UAX #11 takes two cells, and so
/// does an emoji that U+FE0F asks to be one (UTS #51); combining marks (Mn, Me) and format
/// characters (Cf) take none, except those that stand before digits and are seen.
///
/// Where terminals differ, we decide: what is Ambiguous takes one cell. A cluster takes the sum of
/// its parts and two at most, as most terminals count `क्ष`, `का` and `กำ`: one cell too many
/// leaves a
/// gap, while one too few would lose half of a syllable under its neighbour. For that reason
/// U+FE0E,
/// which asks for text, makes nothing narrower; a Hangul vowel without its consonant takes a cell,
/// for one that took none could not be seen; and half a flag takes one cell, as a whole one takes
/// two.
public final class CellWidth {
  private CellWidth() {}

  /// The cells of one cluster of {@link Graphemes}: 0, 1 or 2. In clean text it is never 0.
  public static int of(String grapheme) {
    if (grapheme.length() == 1) {
      return ofCodePoint(grapheme.charAt(0));
    }
    return isEmojiByStyle(grapheme)
        ? 2
        : Math.min(2, grapheme.codePoints().map(CellWidth::ofCodePoint).sum());
  }

  /// The cells of a text that {@link Clean} made; line breaks take none.
  public static int ofText(String clean) {
    return Graphemes.of(clean).stream().mapToInt(CellWidth::of).sum();
  }

  /// The beginning of a text, as much as fits into so many cells: whole clusters only, so it may
  /// take a cell less.
  public static String fit(String clean, int cells) {
    var length = 0;
    var free = cells;
    for (var grapheme : Graphemes.of(clean)) {
      free -= of(grapheme);
      if (free < 0) {
        return clean.substring(0, length);
      }
      length += grapheme.length();
    }
    return clean;
  }

  private static boolean isEmojiByStyle(String grapheme) {
    var style = grapheme.indexOf(CodePoints.EMOJI_STYLE);
    return style > 0 && Character.isEmoji(grapheme.codePointBefore(style));
  }

  private static int ofCodePoint(int point) {
    if (point >= ' ' && point <= '~') {
      return 1;
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK ->
          0;
      case Character.FORMAT -> CodePoints.isPrefix(point) ? 1 : 0;
      default -> WideRanges.contain(point) ? 2 : 1;
    };
  }
}
