package kabar.tui.panels;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kabar.tui.bindings.Binding;
import kabar.tui.bindings.Intent;
import kabar.tui.paint.Ink;
import kabar.tui.paint.Surface;
import kabar.tui.state.Overlay;
import kabar.tui.text.CellWidth;
import kabar.tui.words.Phrase;

/// A key that does something here, and what.
record Hint(Intent intent, String key, String words) {

  /// Those that matter where the user is, the most important first.
  static List<Hint> of(Picture picture) {
    return picture.bindings().hints(picture.context()).stream()
        .filter(matters(picture))
        .flatMap(binding -> of(picture, binding))
        .toList();
  }

  private static Predicate<Binding> matters(Picture picture) {
    return switch (picture.state().overlay()) {
      case Overlay.Remarks _, Overlay.Connection(), Overlay.Bare(), Overlay.Help _ ->
          binding -> binding.intent() == Intent.BACK;
      case Overlay.Select(var id) when isOnServer(picture, id) ->
          binding -> binding.intent() != Intent.RESEND && binding.intent() != Intent.DROP;
      case Overlay.Select _,
          Overlay.None(),
          Overlay.GoTo _,
          Overlay.Search _,
          Overlay.PasteQuestion _,
          Overlay.QuitQuestion() ->
          _ -> true;
    };
  }

  private static boolean isOnServer(Picture picture, String id) {
    return picture.state().lists().outbox().stream().noneMatch(entry -> entry.key().equals(id));
  }

  /// Up and down are one hint.
  private static Stream<Hint> of(Picture picture, Binding binding) {
    var key = shown(binding);
    if (binding.intent() == Intent.DOWN) {
      return Stream.empty();
    }
    if (binding.intent() == Intent.UP) {
      var keys = key + picture.key(Intent.DOWN).map(down -> "/" + down).orElse("");
      return Stream.of(new Hint(Intent.UP, keys, picture.say(Phrase.HINT_CHOOSE)));
    }
    return Stream.of(new Hint(binding.intent(), key, words(picture, binding.intent())));
  }

  private static String shown(Binding binding) {
    return KeyNames.shown(binding.keys().getFirst().name());
  }

  /// What takes a word less than in the help.
  private static String words(Picture picture, Intent intent) {
    return picture.say(
        switch (intent) {
          case GO_TO -> Phrase.HINT_GO_TO;
          case NEW_LINE -> Phrase.HINT_NEW_LINE;
          case ACCEPT -> Phrase.HINT_ACCEPT;
          // All others say it in a word or two.
          default -> intent.phrase();
        });
  }

  boolean isBack() {
    return intent == Intent.BACK;
  }

  int cells() {
    return CellWidth.ofText(key) + 1 + CellWidth.ofText(words);
  }

  /// Paints it.
  ///
  /// @return the column after it
  int paint(Surface surface, int column) {
    return surface.put(surface.put(column, 0, key, Ink.KEY) + 1, 0, words, Ink.FAINT);
  }
}
