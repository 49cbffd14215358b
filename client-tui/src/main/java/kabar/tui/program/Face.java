package kabar.tui.program;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import kabar.tui.bindings.Bindings;
import kabar.tui.paint.Canvas;
import kabar.tui.reduce.Action;
import kabar.tui.reduce.Next;
import kabar.tui.state.TuiState;

/// What the program looks like and does, all of it without side effects.
///
/// @param bindings which key does what
/// @param reducer what an action leads to
/// @param ticks when the time has to be told next, empty for not at all
/// @param view what a state looks like
public record Face(
    Bindings bindings,
    BiFunction<TuiState, Action, Next> reducer,
    Function<TuiState, Optional<Instant>> ticks,
    Function<TuiState, Canvas> view) {}
