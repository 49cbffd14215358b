package kabar.tui.reduce;

import java.time.Duration;
import kabar.tui.editing.Buffer;
import kabar.tui.state.Overlay;
import kabar.tui.state.TuiState;
import kabar.tui.words.Phrase;

/// Text comes in: typed, pasted, from an editor, or from what was cut.
final class Writing {
  private static final int LARGE_LINES = 3;
  private static final int LARGE_CHARACTERS = 1000;
  private static final Duration TYPING_PAUSE = Duration.ofSeconds(3);

  private Writing() {}

  /// A character; commands and names are offered while they are begun.
  static Next typed(TuiState state, String text) {
    return put(state, text).then(Completing::offered).then(Writing::told);
  }

  /// Never sends anything, and asks first when it is much.
  static Next pasted(TuiState state, String text) {
    var block = withoutLastBreak(text);
    return switch (state.overlay()) {
      case Overlay.PasteQuestion asked ->
          Next.of(state.overlay(new Overlay.PasteQuestion(asked.text() + text)));
      case Overlay.QuitQuestion _, Overlay.Select _ -> Next.of(state);
      case Overlay.Help _, Overlay.GoTo _, Overlay.Search _ -> put(state, block.replace('\n', ' '));
      case Overlay.None _, Overlay.Remarks _, Overlay.Connection _, Overlay.Bare _ ->
          isLarge(block) && fits(state, block)
              ? Next.of(state.overlay(new Overlay.PasteQuestion(block)))
              : put(state, block).then(Writing::told);
    };
  }

  /// Takes what an editor left, however long: it is only here now.
  static Next edited(TuiState state, String text) {
    var block = withoutLastBreak(text);
    var next = state.composer(state.composer().buffer(Buffer.of(block)));
    return next.composer().buffer().fits() ? Next.of(next) : refuseLong(next, Buffer.of(block));
  }

  static Next yank(TuiState state) {
    return put(state, state.composer().killed());
  }

  static Next deleteLeft(TuiState state) {
    return Field.move(state, Buffer::deleteLeft).then(Completing::offered).then(Writing::told);
  }

  /// Puts a text in at the cursor, unless there is no room for it: then nothing changes.
  static Next put(TuiState state, String text) {
    var changed = Field.of(state).insert(text);
    return changed.fits() ? Field.with(state, changed) : refuseLong(state, changed);
  }

  static Next refuseLong(TuiState state, Buffer buffer) {
    return Remarks.refuse(
        state, Phrase.INPUT_FULL, String.valueOf(Buffer.MAX_BYTES), String.valueOf(buffer.bytes()));
  }

  /// A break alone is one of a paste that comes in pieces.
  private static String withoutLastBreak(String text) {
    return text.length() > 1 && text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  private static boolean fits(TuiState state, String text) {
    return Field.of(state).insert(text).fits();
  }

  private static boolean isLarge(String text) {
    return text.lines().count() > LARGE_LINES || text.length() > LARGE_CHARACTERS;
  }

  /// Tells the other side that something is being written to it.
  private static Next told(TuiState state) {
    var due = state.lately().toldTyping().plus(TYPING_PAUSE);
    if (!isMessage(state) || due.isAfter(state.moment().now())) {
      return Next.of(state);
    }
    return Next.of(
        state.lately(state.lately().toldTyping(state.moment().now())),
        new Effect.TellTyping(state.conversation().with()));
  }

  private static boolean isMessage(TuiState state) {
    var text = state.composer().buffer().text();
    return Field.isInput(state)
        && state.conversation().isOpen()
        && state.standing().isOnline()
        && !text.isBlank()
        && !Sending.isCommand(text);
  }
}
