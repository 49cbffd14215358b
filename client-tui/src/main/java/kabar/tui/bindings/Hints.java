package kabar.tui.bindings;

import java.util.List;

/// What matters most in each context.
final class Hints {
  private Hints() {}

  /// The most important first: a narrow line shows the first ones only.
  static List<Intent> of(Context context) {
    return switch (context) {
      case WRITING ->
          List.of(
              Intent.SEND,
              Intent.HELP,
              Intent.GO_TO,
              Intent.NEW_LINE,
              Intent.NEXT_UNREAD,
              Intent.NEXT_PANEL,
              Intent.SEARCH,
              Intent.EDITOR,
              Intent.PAGE_UP);
      case PANEL ->
          List.of(
              Intent.ACCEPT, Intent.UP, Intent.DOWN, Intent.NEXT_PANEL, Intent.BACK, Intent.HELP);
      case SELECTING ->
          List.of(
              Intent.COPY,
              Intent.QUOTE,
              Intent.RESEND,
              Intent.DROP,
              Intent.BARE,
              Intent.UP,
              Intent.DOWN,
              Intent.BACK);
      case LISTING -> List.of(Intent.ACCEPT, Intent.UP, Intent.DOWN, Intent.BACK);
      case ASKED -> List.of(Intent.YES, Intent.NO);
    };
  }
}
