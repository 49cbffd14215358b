package kabar.tui.transcript;

import java.util.List;
import kabar.tui.paint.Glyphs;
import kabar.tui.paint.Ink;
import kabar.tui.text.CellWidth;

/// Rows that part messages: words in the middle, of a line or alone.
///
/// @param columns how long they are
/// @param id the message below them, empty if there is none
record Rules(int columns, Glyphs glyphs, String id) {

  /// Words in a line that is made of a glyph.
  Row line(int part, String clean, String glyph, Ink ink) {
    var words = " " + glyphs.fit(clean, columns - 2) + " ";
    int width = CellWidth.ofText(words);
    int left = Math.max(0, (columns - width) / 2);
    var line = glyph.repeat(left) + words + glyph.repeat(Math.max(0, columns - width - left));
    return new Row(id, part, List.of(new Span(0, line, ink)));
  }

  /// Words alone.
  Row words(int part, String clean) {
    var words = glyphs.fit(clean, columns);
    int left = Math.max(0, (columns - CellWidth.ofText(words)) / 2);
    return new Row(id, part, List.of(new Span(left, words, Ink.FAINT)));
  }
}
