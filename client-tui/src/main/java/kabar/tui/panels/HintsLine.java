package kabar.tui.panels;

import java.util.List;
import kabar.tui.editing.Completion;
import kabar.tui.paint.Ink;
import kabar.tui.paint.Surface;
import kabar.tui.state.Overlay;
import kabar.tui.text.CellWidth;
import kabar.tui.text.Clean;

/// One line above the input: the menu of a completion, or the keys that matter most here.
final class HintsLine {
  private static final int BETWEEN = 3;

  private HintsLine() {}

  static void paint(Picture picture, Surface surface) {
    surface.clear(Ink.FAINT);
    var menu = picture.state().composer().completion();
    if (menu.isPresent() && picture.state().overlay() instanceof Overlay.None) {
      menu(picture, surface, menu.get());
    } else {
      hints(picture, surface);
    }
  }

  /// Whole hints only. The way back is always among them, and last.
  private static void hints(Picture picture, Surface surface) {
    var hints = Hint.of(picture);
    var back = hints.stream().filter(Hint::isBack).findFirst();
    int end = surface.columns() - back.map(hint -> hint.cells() + BETWEEN).orElse(0);
    int column = 1;
    for (var hint : hints) {
      if (!hint.isBack() && column + hint.cells() < end) {
        column = hint.paint(surface, column) + BETWEEN;
      }
    }
    if (back.isPresent()) {
      back.get().paint(surface, column);
    }
  }

  private static void menu(Picture picture, Surface surface, Completion menu) {
    var choices = menu.choices().stream().map(Clean::line).toList();
    int from = first(choices, menu.chosen(), surface.columns() - 4);
    int column = surface.put(0, 0, from > 0 ? "<" : " ", Ink.FAINT);
    for (int at = from; at < choices.size(); at++) {
      int room = surface.columns() - column - 2;
      if (at > from && CellWidth.ofText(choices.get(at)) > room) {
        surface.put(surface.columns() - 1, 0, ">", Ink.FAINT);
        return;
      }
      var ink = at == menu.chosen() ? Ink.CHOSEN : Ink.TEXT;
      column = surface.put(column, 0, picture.cut(choices.get(at), room), ink) + 2;
    }
  }

  /// From which choice on the chosen one fits.
  private static int first(List<String> choices, int chosen, int cells) {
    int from = chosen;
    int used = CellWidth.ofText(choices.get(chosen));
    while (from > 0 && used + 2 + CellWidth.ofText(choices.get(from - 1)) <= cells) {
      from--;
      used += 2 + CellWidth.ofText(choices.get(from));
    }
    return from;
  }
}
