package kabar.tui.reduce;

import java.util.function.UnaryOperator;
import kabar.tui.editing.Buffer;
import kabar.tui.editing.Cut;
import kabar.tui.state.Focus;
import kabar.tui.state.Overlay;
import kabar.tui.state.TuiState;

/// The text that keys for editing go to: that of what lies over the panels, or else the input line.
final class Field {
  private Field() {}

  static Buffer of(TuiState state) {
    return switch (state.overlay()) {
      case Overlay.Help help -> help.filter();
      case Overlay.GoTo goTo -> goTo.query();
      case Overlay.Search search -> search.query();
      case Overlay.None _,
          Overlay.Select _,
          Overlay.Remarks _,
          Overlay.Connection _,
          Overlay.Bare _,
          Overlay.PasteQuestion _,
          Overlay.QuitQuestion _ ->
          state.composer().buffer();
    };
  }

  /// Whether the input line is meant.
  static boolean isInput(TuiState state) {
    return switch (state.overlay()) {
      case Overlay.None _ -> true;
      case Overlay.Help _,
          Overlay.GoTo _,
          Overlay.Search _,
          Overlay.Select _,
          Overlay.Remarks _,
          Overlay.Connection _,
          Overlay.Bare _,
          Overlay.PasteQuestion _,
          Overlay.QuitQuestion _ ->
          false;
    };
  }

  /// Puts another text there. Where nothing is written, closes what lies over the input line, but
  /// not what waits for an answer.
  static Next with(TuiState state, Buffer changed) {
    return switch (state.overlay()) {
      case Overlay.Help _ -> Next.of(state.overlay(new Overlay.Help(changed, 0)));
      case Overlay.GoTo _ -> Next.of(state.overlay(new Overlay.GoTo(changed, 0)));
      case Overlay.Search search -> Searching.queried(state, search, changed);
      case Overlay.None _, Overlay.Remarks _, Overlay.Connection _, Overlay.Bare _ ->
          Next.of(input(state, changed));
      case Overlay.Select _, Overlay.PasteQuestion _, Overlay.QuitQuestion _ -> Next.of(state);
    };
  }

  /// The cursor is moved.
  static Next move(TuiState state, UnaryOperator<Buffer> movement) {
    return with(state, movement.apply(of(state)));
  }

  /// What is cut can be put in again.
  static Next cut(TuiState state, Cut cut) {
    if (cut.taken().isEmpty()) {
      return Next.of(state);
    }
    return with(state.composer(state.composer().killed(cut.taken())), cut.rest());
  }

  private static TuiState input(TuiState state, Buffer changed) {
    return state
        .overlay(new Overlay.None())
        .focus(Focus.CONVERSATION, "")
        .composer(state.composer().buffer(changed));
  }
}
