package kabar.tui.text;

/// One foreign cluster, kept to what a cell can show.
final class Cluster {
  static final char UNKNOWN = '\ufffd';

  private static final char DOTTED_CIRCLE = '\u25cc';
  private static final int MAX_MARKS = 8;
  private static final int MAX_POINTS = 32;

  private final int[] points;

  private Cluster(String grapheme) {
    points = grapheme.codePoints().toArray();
  }

  /// Whether an invisible code point can have its place in a cluster.
  static boolean mayHold(int point) {
    return point == CodePoints.ZERO_WIDTH_JOINER
        || point == CodePoints.EMOJI_STYLE
        || CodePoints.isTag(point);
  }

  static String bounded(String grapheme) {
    return grapheme.length() == 1 && grapheme.charAt(0) < 128
        ? grapheme
        : new Cluster(grapheme).bounded();
  }

  private String bounded() {
    var kept = new StringBuilder();
    var marks = 0;
    for (var i = 0; i < points.length; i++) {
      if (CodePoints.isInvisible(points[i])) {
        kept.append(belongs(i) ? Character.toString(points[i]) : "");
      } else if (!CodePoints.isMark(points[i]) || marks++ < MAX_MARKS) {
        kept.appendCodePoint(points[i]);
      }
    }
    return standing(shortened(kept.toString()));
  }

  private boolean belongs(int index) {
    return switch (points[index]) {
      case CodePoints.ZERO_WIDTH_JOINER ->
          index + 1 < points.length && Character.isExtendedPictographic(points[index + 1]);
      case CodePoints.EMOJI_STYLE -> index > 0 && Character.isEmoji(points[index - 1]);
      // A tag: those of no flag are gone.
      default -> true;
    };
  }

  /// Only an attack is longer: a chain of joined emoji, Hangul consonants, or Indic letters.
  private static String shortened(String kept) {
    if (kept.codePointCount(0, kept.length()) <= MAX_POINTS) {
      return kept;
    }
    var end = kept.offsetByCodePoints(0, MAX_POINTS);
    while (CodePoints.isInvisible(kept.codePointBefore(end))) {
      end = kept.offsetByCodePoints(end, -1);
    }
    return kept.substring(0, end) + UNKNOWN;
  }

  private static String standing(String kept) {
    return !kept.isEmpty() && CellWidth.of(kept) == 0 ? DOTTED_CIRCLE + kept : kept;
  }
}
