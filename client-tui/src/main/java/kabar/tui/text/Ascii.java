package kabar.tui.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Clean text in ASCII, cell for cell.
final class Ascii {
  private static final String UNLIKE = "?";

  /// What is alike without being made of it.
  private static final Map<String, String> LIKENESSES =
      Stream.of(
              "‘' ’' ‚, “\" ”\" „\" ‹< ›> «< »> ‐- ‑- ‒- –- —- ―- −- •* ·. …. ×x ÷/ →> ←< ↑^ ↓v",
              "✓+ ★* ●* ○o ¡! ¿? ßs øo Øo łl ŁL đd ĐD ħh ıi þt ÞT æe ÆE œe ŒE")
          .flatMap(pairs -> Stream.of(pairs.split(" ", -1)))
          .collect(Collectors.toMap(pair -> pair.substring(0, 1), pair -> pair.substring(1)));

  private Ascii() {}

  static String of(String clean) {
    return Graphemes.isPlain(clean)
        ? clean
        : Graphemes.of(clean).stream().map(Ascii::likeness).collect(Collectors.joining());
  }

  private static String likeness(String grapheme) {
    return Graphemes.isPlain(grapheme)
        ? grapheme
        : LIKENESSES.getOrDefault(grapheme, decomposed(grapheme));
  }

  private static String decomposed(String grapheme) {
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
