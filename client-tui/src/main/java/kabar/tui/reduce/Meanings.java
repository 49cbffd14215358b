package kabar.tui.reduce;

import kabar.tui.bindings.Intent;
import kabar.tui.editing.Buffer;
import kabar.tui.state.Focus;
import kabar.tui.state.Overlay;
import kabar.tui.state.TuiState;

/// What a key leads to, by what it is meant for. What is meant for something that is not in front
/// does nothing.
final class Meanings {
  private Meanings() {}

  static Next meant(TuiState state, Intent intent) {
    return Asking.isOpen(state) ? answered(state, intent) : done(state, intent);
  }

  /// A question takes nothing but an answer.
  private static Next answered(TuiState state, Intent intent) {
    return switch (intent) {
      case YES -> Asking.yes(state);
      case NO, BACK, INTERRUPT -> Asking.no(state);
      case END_OF_INPUT -> Leaving.endOfInput(state);
      case REDRAW -> Next.of(state, new Effect.Redraw());
      case SUSPEND -> Next.of(state, new Effect.Suspend());
      default -> Next.of(state);
    };
  }

  private static Next done(TuiState state, Intent intent) {
    return switch (intent) {
      case SEND -> Field.isInput(state) ? Sending.entered(state) : Choosing.accepted(state);
      case NEW_LINE -> Field.isInput(state) ? Writing.put(state, "\n") : Next.of(state);
      case COMPLETE -> completed(state, 1);
      case COMPLETE_BACK -> completed(state, -1);
      case CHAR_LEFT -> Field.move(state, Buffer::left);
      case CHAR_RIGHT -> Field.move(state, Buffer::right);
      case WORD_LEFT -> Field.move(state, Buffer::wordLeft);
      case WORD_RIGHT -> Field.move(state, Buffer::wordRight);
      case LINE_START -> Field.move(state, Buffer::lineStart);
      case LINE_END -> Field.move(state, Buffer::lineEnd);
      case DELETE_LEFT -> Writing.deleteLeft(state);
      case DELETE_RIGHT -> Field.move(state, Buffer::deleteRight);
      case KILL_WORD_LEFT -> Field.cut(state, Field.of(state).cutWordLeft());
      case KILL_WORD_RIGHT -> Field.cut(state, Field.of(state).cutWordRight());
      case KILL_TO_START -> Field.cut(state, Field.of(state).cutToStart());
      case KILL_TO_END -> Field.cut(state, Field.of(state).cutToEnd());
      case YANK -> Writing.yank(state);
      case HISTORY_BACK -> Recalling.back(state);
      case HISTORY_FORWARD -> Recalling.forward(state);
      case EDITOR -> Next.of(state, new Effect.Edit(state.composer().buffer().text()));
      case ROW_UP -> Scrolling.rows(state, 1);
      case ROW_DOWN -> Scrolling.rows(state, -1);
      case PAGE_UP -> Choosing.pages(state, -1);
      case PAGE_DOWN -> Choosing.pages(state, 1);
      case OLDEST -> Choosing.first(state);
      case NEWEST -> Choosing.last(state);
      case SEARCH -> Searching.key(state);
      case SELECT -> Selecting.key(state);
      case BARE -> toggled(state, new Overlay.Bare());
      case GO_TO -> toggled(state, new Overlay.GoTo(Buffer.EMPTY, 0));
      case NEXT_UNREAD -> Opening.nextUnread(state);
      case PREVIOUS_CONVERSATION -> Opening.beside(state, -1);
      case NEXT_CONVERSATION -> Opening.beside(state, 1);
      case LAST_CONVERSATION -> Opening.last(state);
      case CONVERSATION_1 -> Opening.at(state, 1);
      case CONVERSATION_2 -> Opening.at(state, 2);
      case CONVERSATION_3 -> Opening.at(state, 3);
      case CONVERSATION_4 -> Opening.at(state, 4);
      case CONVERSATION_5 -> Opening.at(state, 5);
      case CONVERSATION_6 -> Opening.at(state, 6);
      case CONVERSATION_7 -> Opening.at(state, 7);
      case CONVERSATION_8 -> Opening.at(state, 8);
      case CONVERSATION_9 -> Opening.at(state, 9);
      case NEXT_PANEL -> Panels.beside(state, 1);
      case PREVIOUS_PANEL -> Panels.beside(state, -1);
      case UP -> Choosing.moved(state, -1);
      case DOWN -> Choosing.moved(state, 1);
      case ACCEPT -> Choosing.accepted(state);
      case BACK -> Leaving.back(state);
      case COPY -> Selecting.copy(state);
      case COPY_ALL -> Selecting.copyAll(state);
      case QUOTE -> Selecting.quote(state);
      case RESEND -> Selecting.resend(state);
      case DROP -> Selecting.drop(state);
      case TOGGLE_INBOX -> Panels.toggled(state, Focus.INBOX);
      case TOGGLE_ONLINE -> Panels.toggled(state, Focus.ONLINE);
      case PLAIN -> Next.of(state, new Effect.GoPlain());
      case CONNECTION -> toggled(state, new Overlay.Connection());
      case THEME -> Theming.following(state);
      case HELP -> toggled(state, new Overlay.Help(Buffer.EMPTY, 0));
      case REDRAW -> Next.of(state, new Effect.Redraw());
      case RECONNECT -> Linking.again(state);
      case SUSPEND -> Next.of(state, new Effect.Suspend());
      case YES, NO -> Next.of(state);
      case INTERRUPT -> Leaving.interrupt(state);
      case END_OF_INPUT -> Leaving.endOfInput(state);
    };
  }

  private static Next completed(TuiState state, int by) {
    return Field.isInput(state) ? Completing.complete(state, by) : Choosing.moved(state, by);
  }

  /// The key that opens something closes it again.
  private static Next toggled(TuiState state, Overlay overlay) {
    return Next.of(
        state.overlay(
            state.overlay().getClass() == overlay.getClass() ? new Overlay.None() : overlay));
  }
}
