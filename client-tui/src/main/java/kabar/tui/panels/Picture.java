package kabar.tui.panels;

import java.util.Optional;
import kabar.protocol.Person;
import kabar.tui.bindings.Bindings;
import kabar.tui.bindings.Context;
import kabar.tui.bindings.Intent;
import kabar.tui.layout.Layout;
import kabar.tui.paint.Glyphs;
import kabar.tui.state.Focus;
import kabar.tui.state.Overlay;
import kabar.tui.state.TuiState;
import kabar.tui.text.Clean;
import kabar.tui.transcript.Viewport;
import kabar.tui.words.Phrase;
import kabar.tui.words.Times;

/// What all panels of one painting look at.
record Picture(
    TuiState state, Layout layout, Viewport view, Bindings bindings, Glyphs glyphs, Times times) {

  static Picture of(TuiState state, Bindings bindings) {
    var settings = state.settings();
    var layout = Layout.of(state);
    return new Picture(
        state,
        layout,
        Viewport.of(state, layout),
        bindings,
        Glyphs.of(settings.isAscii()),
        new Times(settings.sentences(), settings.zone()));
  }

  String say(Phrase phrase, Object... arguments) {
    return state.settings().sentences().say(phrase, arguments);
  }

  /// A text cut with a sign where it does not fit.
  String cut(String clean, int cells) {
    return glyphs.fit(clean, cells);
  }

  /// A user's name as it is shown.
  String at(String user) {
    return "@" + Clean.line(user);
  }

  boolean isMe(String user) {
    return user.equals(state.standing().me());
  }

  Optional<Person> person(String user) {
    return state.lists().people().stream()
        .filter(person -> person.profile().user().equals(user))
        .findFirst();
  }

  /// Where a key would be pressed now.
  Context context() {
    return switch (state.overlay()) {
      case Overlay.None() -> state.focus() == Focus.CONVERSATION ? Context.WRITING : Context.PANEL;
      case Overlay.Select _ -> Context.SELECTING;
      case Overlay.PasteQuestion _, Overlay.QuitQuestion() -> Context.ASKED;
      case Overlay.Help _,
          Overlay.GoTo _,
          Overlay.Search _,
          Overlay.Remarks _,
          Overlay.Connection(),
          Overlay.Bare() ->
          Context.LISTING;
    };
  }

  /// The key that means something here, as it is shown; empty if none does.
  Optional<String> key(Intent intent) {
    return bindings.of(context()).stream()
        .filter(binding -> binding.intent() == intent)
        .map(binding -> KeyNames.shown(binding.keys().getFirst().name()))
        .findFirst();
  }
}
