package kabar.tui.reduce;

import java.util.List;
import kabar.tui.bindings.Intent;
import kabar.tui.commands.SlashCommand;
import kabar.tui.commands.Target;
import kabar.tui.commands.Targets;
import kabar.tui.state.Focus;
import kabar.tui.state.Overlay;
import kabar.tui.state.TuiState;

/// Up, down and Enter in whatever has them: a list, a panel, the selected message, the view.
final class Choosing {
  private static final int FARTHEST = 10_000;
  private static final int HELP_LINES = Intent.values().length + SlashCommand.values().length;

  private Choosing() {}

  /// @param by how far down, negative for up
  static Next moved(TuiState state, int by) {
    return switch (state.overlay()) {
      case Overlay.Help help ->
          Next.of(
              state.overlay(new Overlay.Help(help.filter(), from(help.from(), by, HELP_LINES))));
      case Overlay.Remarks remarks ->
          Next.of(
              state.overlay(
                  new Overlay.Remarks(from(remarks.from(), by, state.moment().remarks().size()))));
      case Overlay.GoTo goTo -> chosen(state, goTo, by);
      case Overlay.Search _ -> by < 0 ? Searching.older(state) : Searching.newer(state);
      case Overlay.Select select -> Selecting.moved(state, select, by);
      case Overlay.None _ when state.focus() != Focus.CONVERSATION -> Panels.moved(state, by);
      case Overlay.None _, Overlay.Bare _ -> Scrolling.rows(state, -by);
      case Overlay.Connection _, Overlay.PasteQuestion _, Overlay.QuitQuestion _ -> Next.of(state);
    };
  }

  /// @param by how many screens down, negative for up
  static Next pages(TuiState state, int by) {
    return isList(state)
        ? moved(state, by * Math.max(1, state.size().rows() / 2))
        : Scrolling.pages(state, -by);
  }

  /// To the oldest message or the first line.
  static Next first(TuiState state) {
    return isList(state) ? moved(state, -FARTHEST) : Scrolling.oldest(state);
  }

  /// To the newest message or the last line.
  static Next last(TuiState state) {
    return isList(state) ? moved(state, FARTHEST) : Scrolling.newest(state);
  }

  static Next accepted(TuiState state) {
    return switch (state.overlay()) {
      case Overlay.GoTo goTo -> gone(state, goTo);
      case Overlay.Search _ -> Searching.older(state);
      case Overlay.None _ -> Panels.accepted(state);
      case Overlay.Select _ -> Selecting.quote(state);
      case Overlay.Help _, Overlay.Remarks _, Overlay.Connection _, Overlay.Bare _ ->
          Next.of(state.overlay(new Overlay.None()));
      case Overlay.PasteQuestion _, Overlay.QuitQuestion _ -> Next.of(state);
    };
  }

  private static boolean isList(TuiState state) {
    return switch (state.overlay()) {
      case Overlay.Help _, Overlay.Remarks _, Overlay.GoTo _, Overlay.Select _ -> true;
      case Overlay.None _ -> state.focus() != Focus.CONVERSATION;
      case Overlay.Search _,
          Overlay.Bare _,
          Overlay.Connection _,
          Overlay.PasteQuestion _,
          Overlay.QuitQuestion _ ->
          false;
    };
  }

  private static int from(int from, int by, int lines) {
    return Math.clamp((long) from + by, 0, Math.max(0, lines - 1));
  }

  private static Next chosen(TuiState state, Overlay.GoTo goTo, int by) {
    int last = targets(state, goTo).size() - 1;
    int chosen = Math.clamp((long) goTo.chosen() + by, 0, Math.max(0, last));
    return Next.of(state.overlay(new Overlay.GoTo(goTo.query(), chosen)));
  }

  private static Next gone(TuiState state, Overlay.GoTo goTo) {
    var targets = targets(state, goTo);
    if (targets.isEmpty()) {
      return Next.of(state);
    }
    var closed = state.overlay(new Overlay.None());
    return switch (targets.get(Math.min(goTo.chosen(), targets.size() - 1))) {
      case Target.Open(String user) -> Opening.open(closed, user);
      case Target.Run(var command) -> Commands.begun(closed, command);
      case Target.Find(String text) -> Searching.begin(closed, text);
    };
  }

  private static List<Target> targets(TuiState state, Overlay.GoTo goTo) {
    return Targets.of(state.lists(), state.standing().me(), goTo.query().text());
  }
}
