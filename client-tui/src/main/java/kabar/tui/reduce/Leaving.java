package kabar.tui.reduce;

import java.time.Duration;
import java.time.Instant;
import kabar.tui.editing.Buffer;
import kabar.tui.state.Focus;
import kabar.tui.state.Overlay;
import kabar.tui.state.TuiState;
import kabar.tui.words.Phrase;

/// Ways back, and out.
final class Leaving {
  private static final Duration TWICE = Duration.ofSeconds(2);

  private Leaving() {}

  /// One step back: out of what lies over the panels, a menu, a remark, a panel.
  static Next back(TuiState state) {
    if (!Field.isInput(state)) {
      return Next.of(state.overlay(new Overlay.None()));
    }
    if (state.composer().completion().isPresent()) {
      return Next.of(state.composer(state.composer().offeringNothing()));
    }
    if (!state.moment().remark().isEmpty()) {
      return Next.of(Remarks.dismiss(state));
    }
    return Next.of(state.focus(Focus.CONVERSATION, ""));
  }

  /// Clears what is written, which can be yanked, or what is recalled; where nothing is, quits at
  /// the second time.
  static Next interrupt(TuiState state) {
    if (!Field.isInput(state)) {
      return back(state);
    }
    var composer = state.composer();
    if (!composer.buffer().isEmpty()) {
      var killed = composer.killed(composer.buffer().text());
      return Next.of(
          state.composer(killed.recalling(0, "", Buffer.of(Recalling.putAside(composer)))));
    }
    var now = state.moment().now();
    return isRecent(state.moment().interruptedAt(), now)
        ? Next.of(state, new Effect.Quit())
        : Remarks.say(state.moment(state.moment().interruptedAt(now)), Phrase.INTERRUPT_AGAIN);
  }

  /// Quits on an empty line; on another one deletes to the right, as shells do.
  static Next endOfInput(TuiState state) {
    if (state.overlay() instanceof Overlay.QuitQuestion) {
      return Asking.yes(state);
    }
    if (!Field.of(state).isEmpty()) {
      return Field.move(state, Buffer::deleteRight);
    }
    return Field.isInput(state) ? quit(state) : back(state);
  }

  /// Asks first if something waits in the outbox.
  static Next quit(TuiState state) {
    return state.lists().outbox().isEmpty()
        ? Next.of(state, new Effect.Quit())
        : Next.of(state.overlay(new Overlay.QuitQuestion()));
  }

  private static boolean isRecent(Instant interrupted, Instant now) {
    return interrupted.plus(TWICE).isAfter(now);
  }
}
