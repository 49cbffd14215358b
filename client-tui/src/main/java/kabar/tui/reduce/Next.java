package kabar.tui.reduce;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
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

  /// What this and then something else leads to.
  Next then(Function<TuiState, Next> more) {
    var next = more.apply(state);
    return new Next(
        next.state(), Stream.concat(effects.stream(), next.effects().stream()).toList());
  }
}
