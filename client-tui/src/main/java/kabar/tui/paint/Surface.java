package kabar.tui.paint;

import kabar.tui.text.CellWidth;
import kabar.tui.text.Clean;
import kabar.tui.text.Graphemes;

/// A rectangle of a canvas, and the one way to put text there. What lies outside of it is not
/// painted, so that nothing has to be measured to be safe. Columns and rows are counted from its
/// upper left corner.
///
/// @param area where it is on the canvas
public record Surface(Canvas canvas, Area area) {

  public int columns() {
    return area.columns();
  }

  public int rows() {
    return area.rows();
  }

  /// A part of it, as far as it is inside.
  public Surface part(Area inside) {
    int left = Math.clamp(inside.column(), 0, columns());
    int top = Math.clamp(inside.row(), 0, rows());
    int right = Math.clamp(inside.column() + inside.columns(), left, columns());
    int bottom = Math.clamp(inside.row() + inside.rows(), top, rows());
    return new Surface(
        canvas, new Area(area.column() + left, area.row() + top, right - left, bottom - top));
  }

  /// Puts text, which went through {@link kabar.tui.text.Clean}, into one row. A wide cluster that
  /// would be cut by an edge is a space instead.
  ///
  /// @return the column after it, also where that lies outside
  public int put(int column, int row, String clean, Ink ink) {
    int at = column;
    for (var cluster : Graphemes.of(clean)) {
      int width = CellWidth.of(cluster);
      if (width > 0) {
        put(at, row, cluster, width, ink);
        at += width;
      }
    }
    return at;
  }

  /// As `put`, ending before a column.
  ///
  /// @return the column after it
  public int putRight(int before, int row, String clean, Ink ink) {
    return put(before - CellWidth.ofText(clean), row, clean, ink);
  }

  /// Fills one row, or what is left of it from a column on, with a cluster of one cell.
  public void fill(int column, int row, String cluster, Ink ink) {
    for (int at = Math.max(0, column); at < columns(); at++) {
      put(at, row, cluster, 1, ink);
    }
  }

  /// Makes all of it blank.
  public void clear(Ink ink) {
    for (int row = 0; row < rows(); row++) {
      fill(0, row, " ", ink);
    }
  }

  /// Makes all that is there ASCII, in as many cells.
  public void ascii() {
    for (int row = 0; row < rows(); row++) {
      for (int column = 0; column < columns(); column++) {
        var spot = spot(column, row);
        var cluster = canvas.cluster(spot.column(), spot.row());
        if (!cluster.chars().allMatch(c -> c < 128)) {
          put(column, row, Clean.ascii(cluster), canvas.ink(spot.column(), spot.row()));
        }
      }
    }
  }

  /// Shows the cursor at a cell, if that is inside.
  public void cursor(int column, int row) {
    if (column >= 0 && column < columns() && row >= 0 && row < rows()) {
      canvas.cursor(new Spot(area.column() + column, area.row() + row));
    }
  }

  private void put(int column, int row, String cluster, int width, Ink ink) {
    if (row < 0 || row >= rows()) {
      return;
    }
    if (column >= 0 && column + width <= columns()) {
      canvas.put(spot(column, row), cluster, width, ink);
    } else if (width == 2 && column == -1 && columns() > 0) {
      canvas.put(spot(0, row), " ", 1, ink);
    } else if (width == 2 && column >= 0 && column < columns()) {
      canvas.put(spot(column, row), " ", 1, ink);
    }
  }

  private Spot spot(int column, int row) {
    return new Spot(area.column() + column, area.row() + row);
  }
}
