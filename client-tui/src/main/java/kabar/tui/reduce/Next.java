package kabar.tui.reduce;

import java.util.List;
import kabar.tui.state.TuiState;

/// What an action leads to.
///
/// @param effects to be carried out in this order
public record Next(TuiState state, List<Effect> effects) {
  public Next {
    effects = List.copyOf(effects);
  }

  static Next of(TuiState state, Effect... effects) {
    return new Next(state, List.of(effects));
  }
}
