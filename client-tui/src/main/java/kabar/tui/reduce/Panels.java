package kabar.tui.reduce;

import java.util.List;
import java.util.stream.Stream;
import kabar.tui.state.Focus;
import kabar.tui.state.Overlay;
import kabar.tui.state.Settings;
import kabar.tui.state.TuiState;

/// The three panels, and what is chosen in the one with the focus.
final class Panels {
  private Panels() {}

  /// The next panel that is not switched off.
  ///
  /// @param by 1 or -1
  static Next beside(TuiState state, int by) {
    var shown =
        Stream.of(Focus.values()).filter(focus -> isShown(state.settings(), focus)).toList();
    int at = Math.floorMod(shown.indexOf(state.focus()) + by, shown.size());
    return focused(state, shown.get(at));
  }

  /// Gives a panel the focus, and shows it if it is switched off.
  static Next focused(TuiState state, Focus focus) {
    return Next.of(
        state
            .overlay(new Overlay.None())
            .settings(shown(state.settings(), focus, true))
            .focus(focus, chosenFirst(state, focus)));
  }

  /// Switches a panel on or off; the focus does not stay in one that is off.
  static Next toggled(TuiState state, Focus focus) {
    boolean isShown = !isShown(state.settings(), focus);
    var changed = state.settings(shown(state.settings(), focus, isShown));
    return Next.of(
        !isShown && state.focus() == focus ? changed.focus(Focus.CONVERSATION, "") : changed);
  }

  /// The one so many further down is chosen; it ends at the first and the last.
  static Next moved(TuiState state, int by) {
    var names = names(state, state.focus());
    if (names.isEmpty()) {
      return Next.of(state);
    }
    int at = Math.clamp((long) names.indexOf(state.chosen()) + by, 0, names.size() - 1);
    return Next.of(state.focus(state.focus(), names.get(at)));
  }

  static Next accepted(TuiState state) {
    return state.chosen().isEmpty() ? Next.of(state) : Opening.open(state, state.chosen());
  }

  /// What is chosen and gone gives way to the first one.
  static Next settled(TuiState state) {
    return names(state, state.focus()).contains(state.chosen())
        ? Next.of(state)
        : Next.of(state.focus(state.focus(), chosenFirst(state, state.focus())));
  }

  private static String chosenFirst(TuiState state, Focus focus) {
    var names = names(state, focus);
    var open = state.conversation().with();
    return names.contains(open) ? open : names.isEmpty() ? "" : names.getFirst();
  }

  private static List<String> names(TuiState state, Focus focus) {
    return switch (focus) {
      case CONVERSATION -> List.of();
      case INBOX -> state.lists().talks().stream().map(talk -> talk.with().user()).toList();
      case ONLINE -> state.lists().people().stream().map(it -> it.profile().user()).toList();
    };
  }

  private static boolean isShown(Settings settings, Focus focus) {
    return switch (focus) {
      case CONVERSATION -> true;
      case INBOX -> settings.isInboxShown();
      case ONLINE -> settings.isOnlineShown();
    };
  }

  private static Settings shown(Settings settings, Focus focus, boolean isShown) {
    return switch (focus) {
      case CONVERSATION -> settings;
      case INBOX -> settings.inboxShown(isShown);
      case ONLINE -> settings.onlineShown(isShown);
    };
  }
}
