package kabar.tui.reduce;

import kabar.tui.state.Anchor;
import kabar.tui.state.TuiState;
import kabar.tui.transcript.Viewport;

/// Moves the view over the open conversation.
final class Scrolling {
  private Scrolling() {}

  /// @param rows towards older messages, negative for newer ones
  static Next rows(TuiState state, int rows) {
    var moved = anchored(state, Viewport.of(state).moved(rows));
    return rows > 0 && Viewport.of(moved).isAtOldest() ? Older.load(moved) : Next.of(moved);
  }

  /// @param by how many screens towards older messages, of which two rows stay to be seen
  static Next pages(TuiState state, int by) {
    return rows(state, by * Math.max(1, Viewport.of(state).height() - 2));
  }

  static Next oldest(TuiState state) {
    return Older.load(anchored(state, Viewport.of(state).oldest()));
  }

  static Next newest(TuiState state) {
    return Next.of(anchored(state, new Anchor.Newest()));
  }

  /// Has a message on the screen.
  static TuiState showing(TuiState state, String id) {
    return anchored(state, Viewport.of(state).showing(id));
  }

  private static TuiState anchored(TuiState state, Anchor anchor) {
    return state.conversation(state.conversation().anchored(anchor));
  }
}
