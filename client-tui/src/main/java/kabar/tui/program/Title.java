package kabar.tui.program;

import kabar.protocol.Reply;
import kabar.tui.state.TuiState;
import kabar.tui.text.Clean;

/// The title of the terminal's window: how much is unread, and who it is.
final class Title {
  private static final String NAME = "Kabar";

  private Title() {}

  static String of(TuiState state) {
    var unread = state.lists().talks().stream().mapToLong(Reply.Talk::unread).sum();
    var me = state.standing().me();
    var name = me.isEmpty() ? NAME : NAME + " - " + Clean.line(me);
    return unread == 0 ? name : "(%d) %s".formatted(unread, name);
  }
}
