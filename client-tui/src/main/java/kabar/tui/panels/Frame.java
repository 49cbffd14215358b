package kabar.tui.panels;

import kabar.tui.paint.Area;
import kabar.tui.paint.Ink;
import kabar.tui.paint.Size;
import kabar.tui.paint.Surface;
import kabar.tui.text.CellWidth;

/// A frame over the panels, with a title above and a hint below.
final class Frame {
  /// How wide it is at most, where its content does not say.
  static final int MOST_COLUMNS = 78;

  private Frame() {}

  /// Paints one in the middle of a surface, as large as its content needs and the surface allows.
  ///
  /// @param rows that the content needs
  /// @return what is inside
  static Surface paint(Picture picture, Surface all, String title, String hint, int rows) {
    return paint(picture, all, title, hint, new Size(MOST_COLUMNS, rows + 2));
  }

  /// As above.
  ///
  /// @param most how large it may be with its border
  static Surface paint(Picture picture, Surface all, String title, String hint, Size most) {
    var frame = frame(all, most);
    frame.clear(Ink.OVERLAY);
    border(picture, frame);
    int room = frame.columns() - 6;
    frame.put(2, 0, " " + picture.cut(title, room) + " ", Ink.OVERLAY_HEADING);
    var below = " " + picture.cut(hint, room) + " ";
    frame.putRight(frame.columns() - 2, frame.rows() - 1, below, Ink.FAINT);
    return frame.part(new Area(2, 1, frame.columns() - 4, frame.rows() - 2));
  }

  /// How many cells a line inside has.
  static int cells(Surface all, int most) {
    return columns(all, most) - 4;
  }

  private static int columns(Surface all, int most) {
    return all.columns() > most + 4 ? most : all.columns();
  }

  /// Where it is; a cell is left free beside it, so that no word seems to go on under it.
  private static Surface frame(Surface all, Size most) {
    int columns = columns(all, most.columns());
    int rows = Math.min(all.rows(), most.rows());
    int left = (all.columns() - columns) / 2;
    int top = (all.rows() - rows) / 3;
    all.part(new Area(left - 1, top, columns + 2, rows)).clear(Ink.OVERLAY);
    return all.part(new Area(left, top, columns, rows));
  }

  private static void border(Picture picture, Surface frame) {
    var glyphs = picture.glyphs();
    int right = frame.columns() - 1;
    int bottom = frame.rows() - 1;
    for (int row = 0; row <= bottom; row++) {
      frame.put(0, row, glyphs.vertical(), Ink.BORDER);
      frame.put(right, row, glyphs.vertical(), Ink.BORDER);
    }
    var line = glyphs.horizontal().repeat(Math.max(0, right - 1));
    var corners = glyphs.corners();
    frame.put(0, 0, corners.topLeft() + line + corners.topRight(), Ink.BORDER);
    frame.put(0, bottom, corners.bottomLeft() + line + corners.bottomRight(), Ink.BORDER);
  }

  /// How wide a column of such texts is.
  static int widest(Iterable<String> texts) {
    int widest = 0;
    for (var text : texts) {
      widest = Math.max(widest, CellWidth.ofText(text));
    }
    return widest;
  }
}
