package kabar.tui.paint;

/// A canvas that tests draw on cell by cell, with widths that they say themselves.
public final class Drawing {
  private final Canvas canvas;

  public Drawing(int columns, int rows) {
    this.canvas = new Canvas(new Size(columns, rows));
  }

  /// Draws narrow clusters of one char each.
  public Drawing text(int column, int row, String text, Ink ink) {
    for (int at = 0; at < text.length(); at++) {
      canvas.put(new Spot(column + at, row), text.substring(at, at + 1), 1, ink);
    }
    return this;
  }

  public Drawing text(int column, int row, String text) {
    return text(column, row, text, Ink.TEXT);
  }

  /// Draws one cluster.
  public Drawing cluster(int column, int row, String cluster, int width) {
    canvas.put(new Spot(column, row), cluster, width, Ink.TEXT);
    return this;
  }

  public Drawing cursor(int column, int row) {
    canvas.cursor(new Spot(column, row));
    return this;
  }

  public Canvas canvas() {
    return canvas;
  }
}
