package kabar.tui.paint;

/// How large something on the screen is, in cells; neither is negative.
public record Size(int columns, int rows) {
  public Size {
    columns = Math.max(0, columns);
    rows = Math.max(0, rows);
  }
}
