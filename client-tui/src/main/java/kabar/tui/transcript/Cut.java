package kabar.tui.transcript;

import kabar.tui.paint.Glyphs;
import kabar.tui.text.CellWidth;

/// Text that ends with a sign where it does not fit.
public final class Cut {

  private Cut() {}

  /// Cuts one line.
  ///
  /// @param clean one line
  /// @param cells that it may take
  public static String to(String clean, int cells, Glyphs glyphs) {
    if (cells <= 0) {
      return "";
    }
    return CellWidth.ofText(clean) <= cells
        ? clean
        : CellWidth.fit(clean, cells - 1).stripTrailing() + glyphs.cut();
  }
}
