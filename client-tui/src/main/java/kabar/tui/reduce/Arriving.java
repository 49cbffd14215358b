package kabar.tui.reduce;

import java.time.Duration;
import java.util.HashMap;
import kabar.protocol.Reply;
import kabar.tui.state.TuiState;
import kabar.tui.text.Clean;
import kabar.tui.words.Phrase;

/// Messages come, and signs of them.
final class Arriving {
  private static final Duration TYPING_SHOWN = Duration.ofSeconds(6);
  private static final Duration RING_PAUSE = Duration.ofSeconds(3);

  private Arriving() {}

  /// Rings for a message of somebody else that is not being looked at.
  static Next arrived(TuiState state, Reply.Note note) {
    if (note.from().equals(state.standing().me())) {
      return Next.of(state);
    }
    var next = notTyping(state, note.from());
    return isLookedAt(next, note) || !isRingDue(next) ? Next.of(next) : rung(next, note);
  }

  /// Somebody is writing.
  static Next typing(TuiState state, String from) {
    var typing = new HashMap<>(state.moment().typing());
    typing.put(from, state.moment().now().plus(TYPING_SHOWN));
    return Next.of(state.moment(state.moment().typing(typing)));
  }

  private static TuiState notTyping(TuiState state, String from) {
    var typing = new HashMap<>(state.moment().typing());
    typing.remove(from);
    return state.moment(state.moment().typing(typing));
  }

  private static boolean isLookedAt(TuiState state, Reply.Note note) {
    return state.moment().hasFocus() && note.from().equals(state.conversation().with());
  }

  private static boolean isRingDue(TuiState state) {
    return !state.lately().rang().plus(RING_PAUSE).isAfter(state.moment().now());
  }

  private static Next rung(TuiState state, Reply.Note note) {
    return Next.of(
        state.lately(state.lately().rang(state.moment().now())),
        new Effect.Ring(),
        new Effect.Notify(
            Remarks.words(state, Phrase.MESSAGE_FROM, Clean.line(note.from())),
            Clean.line(note.text())));
  }
}
