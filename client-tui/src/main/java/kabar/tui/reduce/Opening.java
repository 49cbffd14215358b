package kabar.tui.reduce;

import java.util.List;
import java.util.Optional;
import kabar.protocol.Reply;
import kabar.tui.editing.Buffer;
import kabar.tui.state.Anchor;
import kabar.tui.state.Conversation;
import kabar.tui.state.Focus;
import kabar.tui.state.Lately;
import kabar.tui.state.Overlay;
import kabar.tui.state.Pursuit;
import kabar.tui.state.TuiState;
import kabar.tui.words.Phrase;

/// Opens conversations.
final class Opening {
  private Opening() {}

  /// Opens a conversation at its newest message, with what was begun to be written there. The line
  /// above what is new stays where it is until the conversation is opened again.
  static Next open(TuiState state, String with) {
    var front = state.overlay(new Overlay.None()).focus(Focus.CONVERSATION, "");
    if (with.equals(state.conversation().with())) {
      return Next.of(front);
    }
    var composer = state.composer();
    return Next.of(
        front
            .conversation(begun(state, with))
            .composer(composer.recalling(0, "", Drafting.of(state.lists(), with)))
            .lately(left(state)),
        new Effect.ReadConversation(with));
  }

  /// The one in the inbox at a place, from 1.
  static Next at(TuiState state, int place) {
    var names = names(state);
    return place <= names.size()
        ? open(state, names.get(place - 1))
        : Remarks.refuse(state, Phrase.NO_SUCH_CONVERSATION, String.valueOf(place));
  }

  /// The one that many places further down in the inbox; from the last the first follows.
  static Next beside(TuiState state, int by) {
    var names = names(state);
    if (names.isEmpty()) {
      return Remarks.refuse(
          state,
          state.lists().areAllTalks()
              ? Phrase.NO_OTHER_CONVERSATION
              : Phrase.CONVERSATIONS_NOT_READ);
    }
    int at = names.indexOf(state.conversation().with());
    int wanted = at < 0 ? (by > 0 ? 0 : names.size() - 1) : at + by;
    return open(state, names.get(Math.floorMod(wanted, names.size())));
  }

  /// The one that was open before this one.
  static Next last(TuiState state) {
    var before = state.lately().before();
    return before.isEmpty()
        ? Remarks.refuse(state, Phrase.NO_OTHER_CONVERSATION)
        : open(state, before);
  }

  /// The first one in the inbox with something new in it, other than the open one.
  static Next nextUnread(TuiState state) {
    return state.lists().talks().stream()
        .filter(talk -> talk.unread() > 0)
        .map(talk -> talk.with().user())
        .filter(with -> !with.equals(state.conversation().with()))
        .findFirst()
        .map(with -> open(state, with))
        .orElseGet(() -> Remarks.say(state, Phrase.NOTHING_UNREAD));
  }

  /// At the start the newest conversation is opened, unless something else was begun.
  static Next first(TuiState state) {
    boolean isWanted =
        !state.conversation().isOpen()
            && state.overlay() instanceof Overlay.None
            && state.focus() == Focus.CONVERSATION
            && state.composer().buffer().equals(Buffer.EMPTY);
    var names = names(state);
    return isWanted && !names.isEmpty() ? open(state, names.getFirst()) : Next.of(state);
  }

  /// What is known of a conversation without opening it.
  static Optional<Reply.Talk> talk(TuiState state, String with) {
    return state.lists().talks().stream()
        .filter(talk -> talk.with().user().equals(with))
        .findFirst();
  }

  private static Conversation begun(TuiState state, String with) {
    var talk = talk(state, with);
    var marker = talk.map(Reply.Talk::marker).orElse("");
    var newAfter = talk.filter(it -> it.unread() > 0).map(Reply.Talk::marker).orElse("");
    return new Conversation(with, List.of(), false, false, newAfter, new Anchor.Newest(), marker);
  }

  private static Lately left(TuiState state) {
    return state
        .lately()
        .before(state.conversation().with())
        .seen("", state.moment().now())
        .toldNoTyping()
        .pursuit(new Pursuit.None());
  }

  private static List<String> names(TuiState state) {
    return state.lists().talks().stream().map(talk -> talk.with().user()).toList();
  }
}
