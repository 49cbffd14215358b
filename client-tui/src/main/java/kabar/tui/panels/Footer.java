package kabar.tui.panels;

import java.util.List;
import kabar.tui.bindings.Intent;
import kabar.tui.paint.Ink;
import kabar.tui.paint.Surface;
import kabar.tui.state.Anchor;
import kabar.tui.text.CellWidth;
import kabar.tui.text.Clean;
import kabar.tui.words.Phrase;

/// Below the messages: who is typing, and how much is new below what is seen.
final class Footer {

  private Footer() {}

  static void paint(Picture picture, Surface surface) {
    surface.clear(Ink.TEXT);
    var chip = chip(picture);
    int end = surface.columns() - 1;
    if (!chip.isEmpty()) {
      end -= CellWidth.ofText(chip) + 2;
      surface.put(end, 0, " " + chip + " ", Ink.CHIP);
    }
    surface.putRight(end - 1, 0, picture.cut(typing(picture), end - 2), Ink.FAINT);
  }

  /// The same in one text, for where there is no line of its own.
  static String words(Picture picture) {
    return chip(picture);
  }

  private static String chip(Picture picture) {
    if (picture.state().conversation().anchor() instanceof Anchor.Newest || !hasBelow(picture)) {
      return "";
    }
    var end = picture.glyphs().down() + picture.key(Intent.NEWEST).map(key -> " " + key).orElse("");
    int fresh = picture.view().unseenBelow();
    return fresh == 0 ? end : picture.say(Phrase.NEW_BELOW, Badge.of(fresh)) + " " + end;
  }

  private static boolean hasBelow(Picture picture) {
    return picture.view().height() > 0
        && !picture.view().moved(-1).equals(picture.state().conversation().anchor());
  }

  private static String typing(Picture picture) {
    var moment = picture.state().moment();
    List<String> names =
        moment.typing().entrySet().stream()
            .filter(entry -> entry.getValue().isAfter(moment.now()))
            .map(entry -> Clean.line(entry.getKey()))
            .sorted()
            .toList();
    return switch (names.size()) {
      case 0 -> "";
      case 1 -> picture.say(Phrase.TYPING, names.getFirst());
      case 2, 3 -> picture.say(Phrase.TYPING_SEVERAL, String.join(", ", names));
      default -> picture.say(Phrase.TYPING_MANY, names.size());
    };
  }
}
