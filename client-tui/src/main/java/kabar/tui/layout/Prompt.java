package kabar.tui.layout;

import kabar.tui.editing.Buffer;
import kabar.tui.paint.Glyphs;
import kabar.tui.state.Overlay;
import kabar.tui.state.TuiState;
import kabar.tui.text.Clean;
import kabar.tui.words.Phrase;

/// What the input line asks for, and what stands in it.
///
/// @param clean what stands before it
/// @param isWriting whether typing goes into the buffer
record Prompt(String clean, Buffer buffer, boolean isWriting) {

  static Prompt of(TuiState state) {
    var writing = state.composer().buffer();
    return switch (state.overlay()) {
      case Overlay.None() -> new Prompt(name(state), writing, true);
      case Overlay.Help help -> asking(state, Phrase.PROMPT_FILTER, help.filter());
      case Overlay.GoTo goTo -> asking(state, Phrase.PROMPT_GO_TO, goTo.query());
      case Overlay.Search search -> asking(state, Phrase.PROMPT_SEARCH, search.query());
      case Overlay.PasteQuestion _, Overlay.QuitQuestion() ->
          asking(state, Phrase.PROMPT_YES_NO, Buffer.EMPTY);
      case Overlay.Select _, Overlay.Remarks _, Overlay.Connection(), Overlay.Bare() ->
          new Prompt(name(state), writing, false);
    };
  }

  private static Prompt asking(TuiState state, Phrase phrase, Buffer buffer) {
    return new Prompt(state.settings().sentences().say(phrase) + " ", buffer, true);
  }

  private static String name(TuiState state) {
    if (!state.conversation().isOpen()) {
      return "> ";
    }
    var glyphs = Glyphs.of(state.settings().isAscii());
    var name = Clean.line("@" + state.conversation().with());
    return glyphs.fit(name, Math.max(4, state.size().columns() / 3 - 2)) + "> ";
  }
}
