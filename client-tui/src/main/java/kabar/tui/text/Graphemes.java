package kabar.tui.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Text cut into what people call characters: the extended grapheme clusters of UAX #29.
///
/// The JDK knows the rules and the data (Unicode 16.0 in JDK 25). It departs from them only where a
/// zero width joiner follows something odd, for which no script has a use; the test names the
/// cases.
public final class Graphemes {
  private static final List<String> ASCII =
      IntStream.range(0, 128).mapToObj(Character::toString).toList();

  private Graphemes() {}

  /// The clusters in order; together they are the text. Takes time in proportion to its length.
  public static List<String> of(String text) {
    return isPlain(text) ? ofPlain(text) : cut(text);
  }

  /// Whether each char is a cluster: ASCII without CR, which may be half of a line break.
  static boolean isPlain(String text) {
    for (var i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128 || text.charAt(i) == '\r') {
        return false;
      }
    }
    return true;
  }

  private static List<String> ofPlain(String text) {
    return text.chars().mapToObj(ASCII::get).toList();
  }

  private static List<String> cut(String text) {
    var boundaries = BreakIterator.getCharacterInstance(Locale.ROOT);
    boundaries.setText(text);
    var clusters = new ArrayList<String>();
    var start = 0;
    for (var end = boundaries.next(); end != BreakIterator.DONE; end = boundaries.next()) {
      clusters.add(text.substring(start, end));
      start = end;
    }
    return List.copyOf(clusters);
  }
}
