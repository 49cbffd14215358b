package kabar.tui.panels;

import kabar.tui.layout.Writing;
import kabar.tui.paint.Ink;
import kabar.tui.paint.Surface;

/// What is being written, at the bottom of the screen.
final class InputPanel {

  private InputPanel() {}

  static void paint(Picture picture, Surface surface) {
    surface.clear(Ink.TEXT);
    var writing = picture.layout().writing();
    for (int row = 0; row < writing.rows(); row++) {
      line(surface, writing, row);
    }
    edges(picture, surface, writing);
    if (writing.isWriting()) {
      surface.cursor(writing.cursorColumn(), writing.cursorLine() - writing.from());
    }
  }

  private static void line(Surface surface, Writing writing, int row) {
    int line = writing.from() + row;
    int column = line == 0 ? surface.put(0, row, writing.prompt(), Ink.PROMPT) : writing.indent();
    surface.put(column, row, writing.lines().get(line), Ink.TEXT);
  }

  /// Signs for lines that are not seen.
  private static void edges(Picture picture, Surface surface, Writing writing) {
    if (writing.from() > 0) {
      surface.put(0, 0, picture.glyphs().up(), Ink.FAINT);
    }
    if (writing.from() + writing.rows() < writing.lines().size()) {
      surface.put(0, writing.rows() - 1, picture.glyphs().down(), Ink.FAINT);
    }
  }
}
