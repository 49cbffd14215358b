package kabar.tui.panels;

import java.util.List;
import kabar.tui.paint.Ink;
import kabar.tui.paint.Surface;
import kabar.tui.words.Phrase;

/// Lines of which only some may fit: what is in the middle of interest is among them, and the edges
/// tell how many more there are.
final class LineList {
  private static final int FEWEST_WITH_EDGES = 3;

  private LineList() {}

  /// Paints as many as fit.
  ///
  /// @param interest an index of a line that is to be seen
  static void paint(Picture picture, Surface surface, List<Line> lines, int interest) {
    int rows = surface.rows();
    int from = Math.clamp(interest - rows / 2L, 0, Math.max(0, lines.size() - rows));
    for (int row = 0; row < Math.min(rows, lines.size() - from); row++) {
      lines.get(from + row).paint(surface, row);
    }
    if (rows >= FEWEST_WITH_EDGES) {
      edge(picture, surface, 0, picture.glyphs().up(), from == 0 ? 0 : from + 1);
      int below = lines.size() - from - rows;
      edge(picture, surface, rows - 1, picture.glyphs().down(), below <= 0 ? 0 : below + 1);
    }
  }

  private static void edge(Picture picture, Surface surface, int row, String arrow, int more) {
    if (more > 0) {
      surface.fill(0, row, " ", Ink.FAINT);
      surface.put(1, row, arrow + " " + picture.say(Phrase.MORE, Badge.of(more)), Ink.FAINT);
    }
  }
}
