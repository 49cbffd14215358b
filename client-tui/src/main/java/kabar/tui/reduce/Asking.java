package kabar.tui.reduce;

import kabar.tui.state.Overlay;
import kabar.tui.state.TuiState;

/// Questions that want yes or no.
final class Asking {
  private Asking() {}

  static Next yes(TuiState state) {
    var answered = state.overlay(new Overlay.None());
    return switch (state.overlay()) {
      case Overlay.PasteQuestion(String text) -> Writing.put(answered, text);
      case Overlay.QuitQuestion _ -> Next.of(answered, new Effect.Quit());
      case Overlay.None _,
          Overlay.Help _,
          Overlay.GoTo _,
          Overlay.Search _,
          Overlay.Select _,
          Overlay.Remarks _,
          Overlay.Connection _,
          Overlay.Bare _ ->
          Next.of(state);
    };
  }

  static Next no(TuiState state) {
    return isOpen(state) ? Next.of(state.overlay(new Overlay.None())) : Next.of(state);
  }

  /// Whether something waits for an answer.
  static boolean isOpen(TuiState state) {
    return switch (state.overlay()) {
      case Overlay.PasteQuestion _, Overlay.QuitQuestion _ -> true;
      case Overlay.None _,
          Overlay.Help _,
          Overlay.GoTo _,
          Overlay.Search _,
          Overlay.Select _,
          Overlay.Remarks _,
          Overlay.Connection _,
          Overlay.Bare _ ->
          false;
    };
  }
}
