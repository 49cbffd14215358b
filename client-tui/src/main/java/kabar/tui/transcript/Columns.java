package kabar.tui.transcript;

import kabar.tui.layout.Layout;
import kabar.tui.state.Overlay;
import kabar.tui.state.TuiState;
import kabar.tui.text.CellWidth;
import kabar.tui.text.Clean;

/// In which columns the parts of a message are. Column 0 is for a mark.
///
/// @param isNarrow whether time and name have a row of their own above the text
/// @param name how many the name has
/// @param text where the text begins
/// @param textCells how many it has
/// @param all the width of everything
record Columns(boolean isNarrow, int name, int text, int textCells, int all) {
  private static final int MOST_TEXT = 90;
  private static final int LEAST_COLUMNS = 80;

  /// Where the time begins.
  static final int TIME = 1;

  /// Where the name begins.
  static final int NAME = 7;

  /// How many the state of a message has, with a free one before it.
  static final int STATE_CELLS = 4;

  static Columns of(TuiState state, Layout layout) {
    int width = layout.conversation().columns();
    return state.size().columns() < LEAST_COLUMNS || state.overlay() instanceof Overlay.Bare
        ? narrow(width)
        : wide(width, longestName(state));
  }

  private static Columns narrow(int width) {
    int text = Math.clamp(width - 2, 1, MOST_TEXT);
    return new Columns(true, Math.max(1, text - NAME - STATE_CELLS), TIME, text, text + 2);
  }

  private static Columns wide(int width, int longestName) {
    int name = Math.clamp(longestName, 3, Math.max(5, width / 6));
    int text = NAME + name + 1;
    int cells = Math.clamp(width - text - STATE_CELLS, 1, MOST_TEXT);
    return new Columns(false, name, text, cells, text + cells + STATE_CELLS);
  }

  private static int longestName(TuiState state) {
    return Math.max(
        CellWidth.ofText(Clean.line(state.standing().me())),
        CellWidth.ofText(Clean.line(state.conversation().with())));
  }

  /// Where the state of a message begins.
  int state() {
    return all - STATE_CELLS + 1;
  }
}
