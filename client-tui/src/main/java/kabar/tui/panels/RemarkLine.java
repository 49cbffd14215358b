package kabar.tui.panels;

import java.util.List;
import kabar.tui.bindings.Context;
import kabar.tui.bindings.Intent;
import kabar.tui.paint.Ink;
import kabar.tui.paint.Surface;
import kabar.tui.text.CellWidth;
import kabar.tui.words.Phrase;

/// The error line: one sentence with cause, consequence and key, or a question.
final class RemarkLine {

  private RemarkLine() {}

  static void paint(Picture picture, Surface surface) {
    surface.clear(Ink.ERROR);
    var lines = picture.layout().remarkLines();
    surface.put(1, 0, picture.glyphs().alert(), Ink.ERROR);
    for (int row = 0; row < lines.size(); row++) {
      surface.put(3, row, lines.get(row), Ink.ERROR);
    }
    dismissal(picture, surface, lines);
  }

  private static void dismissal(Picture picture, Surface surface, List<String> lines) {
    int row = surface.rows() - 1;
    var key = picture.key(Intent.BACK);
    if (picture.context() == Context.ASKED || key.isEmpty() || row < 0 || row >= lines.size()) {
      return;
    }
    var words = key.get() + " " + picture.say(Phrase.DISMISS);
    if (3 + CellWidth.ofText(lines.get(row)) + 3 + CellWidth.ofText(words) < surface.columns()) {
      surface.putRight(surface.columns() - 1, row, words, Ink.FAINT);
    }
  }
}
