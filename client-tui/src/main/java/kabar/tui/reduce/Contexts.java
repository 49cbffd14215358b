package kabar.tui.reduce;

import kabar.tui.bindings.Context;
import kabar.tui.state.Focus;
import kabar.tui.state.Overlay;
import kabar.tui.state.TuiState;

/// Where a key is pressed.
public final class Contexts {
  private Contexts() {}

  public static Context of(TuiState state) {
    return switch (state.overlay()) {
      case Overlay.None _ -> state.focus() == Focus.CONVERSATION ? Context.WRITING : Context.PANEL;
      case Overlay.Select _ -> Context.SELECTING;
      case Overlay.PasteQuestion _, Overlay.QuitQuestion _ -> Context.ASKED;
      case Overlay.Help _,
          Overlay.GoTo _,
          Overlay.Search _,
          Overlay.Remarks _,
          Overlay.Connection _,
          Overlay.Bare _ ->
          Context.LISTING;
    };
  }

  /// Whether nothing stands where a character would go to that is typed now, so that it may be a
  /// key.
  public static boolean isInputEmpty(TuiState state) {
    return Field.of(state).isEmpty();
  }
}
