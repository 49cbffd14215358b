package kabar.tui.paint;

/// One cell of the screen, counted from the upper left corner.
public record Spot(int column, int row) {}
