package kabar.tui.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.stream.Collectors;

/// Clean text in ASCII, cell for cell.
final class Ascii {
  private static final String UNLIKE = "?";

  /// What has a likeness but no decomposition, and its likeness below it.
  private static final String FROM = "‘’‚“”„‹›«»‐‑‒–—―−•·…×÷→←↑↓─│☐☑✓★●○¡¿ßøØłŁđĐħıþæÆœŒ";

  private static final String TO = "''," + "\"\"\"<><>-------*..x/><^v-|..+*oo!?soOlLdDhipaAoO";

  private Ascii() {}

  static String of(String clean) {
    return Graphemes.isPlain(clean)
        ? clean
        : Graphemes.of(clean).stream().map(Ascii::likeness).collect(Collectors.joining());
  }

  private static String likeness(String grapheme) {
    var first = FROM.indexOf(grapheme.charAt(0));
    if (grapheme.charAt(0) == '\n' || first >= 0) {
      return first < 0 ? grapheme : TO.substring(first, first + 1);
    }
    var cells = CellWidth.of(grapheme);
    var letters = Normalizer.normalize(grapheme, Form.NFKD).replaceAll("\\p{M}", "");
    return isShown(letters) && letters.length() <= cells
        ? letters + " ".repeat(cells - letters.length())
        : UNLIKE.repeat(cells);
  }

  private static boolean isShown(String letters) {
    return !letters.isEmpty() && letters.chars().allMatch(c -> c >= ' ' && c <= '~');
  }
}
