package kabar.tui.paint;

/// A rectangle of cells, counted from the upper left corner of the screen.
public record Area(int column, int row, int columns, int rows) {
  public static final Area NONE = new Area(0, 0, 0, 0);

  public Area {
    columns = Math.max(0, columns);
    rows = Math.max(0, rows);
  }

  /// Whether it has no cell.
  public boolean isEmpty() {
    return columns == 0 || rows == 0;
  }

  public Size size() {
    return new Size(columns, rows);
  }
}
