package kabar.tui.reduce;

import java.util.List;
import kabar.tui.paint.Theme;
import kabar.tui.state.TuiState;
import kabar.tui.words.Phrase;

/// Which colours are used.
final class Theming {
  private Theming() {}

  static List<String> names() {
    return Theme.names();
  }

  /// The one after the one that is used.
  static Next following(TuiState state) {
    int at = names().indexOf(state.settings().theme());
    return use(state, names().get((at + 1) % names().size()));
  }

  static Next use(TuiState state, String theme) {
    return Remarks.say(state.settings(state.settings().theme(theme)), Phrase.THEME_IS, theme)
        .then(next -> Next.of(next, new Effect.KeepTheme(theme)));
  }
}
