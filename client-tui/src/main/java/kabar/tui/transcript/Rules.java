package kabar.tui.transcript;

import java.util.List;
import kabar.tui.paint.Ink;
import kabar.tui.text.CellWidth;

/// Lines with words in the middle.
///
/// @param columns how long they are
/// @param glyph of which they are made
record Rules(int columns, String glyph, Ink ink) {

  /// One with words.
  ///
  /// @param clean the words
  Row row(String id, int part, String clean) {
    var words = " " + CellWidth.fit(clean, Math.max(0, columns - 2)) + " ";
    int width = CellWidth.ofText(words);
    int left = Math.max(0, (columns - width) / 2);
    var line = glyph.repeat(left) + words + glyph.repeat(Math.max(0, columns - width - left));
    return new Row(id, part, List.of(new Span(0, line, ink)));
  }

  /// The same without a line: words in the middle only.
  static Row bare(String id, int part, String clean, int columns) {
    var words = CellWidth.fit(clean, columns);
    int left = Math.max(0, (columns - CellWidth.ofText(words)) / 2);
    return new Row(id, part, List.of(new Span(left, words, Ink.FAINT)));
  }
}
