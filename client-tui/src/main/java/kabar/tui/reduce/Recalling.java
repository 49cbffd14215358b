package kabar.tui.reduce;

import kabar.tui.editing.Buffer;
import kabar.tui.state.Composer;
import kabar.tui.state.TuiState;

/// Up and down at the input line: in a menu, then between lines, then to what was sent before.
final class Recalling {
  private Recalling() {}

  static Next back(TuiState state) {
    if (!Field.isInput(state)) {
      return Choosing.moved(state, -1);
    }
    return state.composer().completion().isPresent()
        ? Completing.complete(state, -1)
        : state
            .composer()
            .buffer()
            .lineUp()
            .map(moved -> Field.with(state, moved))
            .orElseGet(() -> recalled(state, state.composer().recalled() + 1));
  }

  static Next forward(TuiState state) {
    if (!Field.isInput(state)) {
      return Choosing.moved(state, 1);
    }
    return state.composer().completion().isPresent()
        ? Completing.complete(state, 1)
        : state
            .composer()
            .buffer()
            .lineDown()
            .map(moved -> Field.with(state, moved))
            .orElseGet(() -> recalled(state, state.composer().recalled() - 1));
  }

  /// What is being written while something sent is shown; empty if nothing is or nothing was.
  static String putAside(Composer composer) {
    return composer.recalled() > 0 ? composer.kept() : "";
  }

  private static Next recalled(TuiState state, int wanted) {
    var composer = state.composer();
    if (wanted < 0 || wanted > composer.sent().size()) {
      return Next.of(state);
    }
    var kept = composer.recalled() == 0 ? composer.buffer().text() : composer.kept();
    return Next.of(
        state.composer(composer.recalling(wanted, kept, Buffer.of(text(composer, wanted, kept)))));
  }

  private static String text(Composer composer, int wanted, String kept) {
    return wanted == 0 ? kept : composer.sent().get(composer.sent().size() - wanted);
  }
}
