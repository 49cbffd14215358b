package kabar.tui.program;

import java.util.Optional;
import kabar.tui.bindings.Bindings;
import kabar.tui.keys.Input;
import kabar.tui.reduce.Action;
import kabar.tui.reduce.Contexts;
import kabar.tui.state.TuiState;
import kabar.tui.words.Phrase;
import kabar.tui.words.Sentences;

/// What somebody means with what they type, where they are.
final class Meaning {
  private final Bindings bindings;
  private final Sentences sentences;

  Meaning(Bindings bindings, Sentences sentences) {
    this.bindings = bindings;
    this.sentences = sentences;
  }

  /// The action; empty for a key that does nothing there.
  Optional<Action> of(TuiState state, Input input) {
    var context = Contexts.of(state);
    return switch (input) {
      case Input.Pressed(var key) -> bindings.intent(context, key).map(Action.Meant::new);
      case Input.Typed(var text) ->
          Optional.of(
              bindings
                  .intent(context, text, Contexts.isInputEmpty(state))
                  .<Action>map(Action.Meant::new)
                  .orElseGet(() -> new Action.Typed(text)));
      case Input.Pasted(var text) -> Optional.of(new Action.Pasted(text));
      case Input.PasteCut(var missingBytes) ->
          Optional.of(new Action.Remarked(sentences.say(Phrase.PASTE_CUT, missingBytes), true));
      case Input.FocusChanged(var hasFocus) -> Optional.of(new Action.FocusChanged(hasFocus));
      case Input.Background _ -> Optional.empty();
    };
  }
}
