package kabar.tui.panels;

import java.util.ArrayList;
import java.util.List;
import kabar.client.ConnectionState;
import kabar.tui.layout.Shape;
import kabar.tui.paint.Ink;
import kabar.tui.paint.Surface;
import kabar.tui.text.CellWidth;
import kabar.tui.text.Clean;
import kabar.tui.words.Phrase;

/// The line above the input: connection, account, outbox, what is new elsewhere. What does not fit
/// is left out, the least important first.
final class StatusLine {

  private StatusLine() {}

  static void paint(Picture picture, Surface surface) {
    surface.clear(Ink.STATUS);
    var chip = picture.layout().shape() == Shape.TINY ? Footer.words(picture) : "";
    int end = surface.columns() - 1 - (chip.isEmpty() ? 0 : CellWidth.ofText(chip) + 1);
    var state = state(picture, end - 1);
    var ink = ConnectionWords.ink(picture.state().standing().connection());
    int column = surface.put(1, 0, state, ink);
    for (var part : rest(picture)) {
      int after = column + 3 + CellWidth.ofText(part);
      if (after <= end) {
        surface.put(column + 1, 0, picture.glyphs().vertical(), Ink.STATUS);
        column = surface.put(column + 3, 0, part, Ink.STATUS);
      }
    }
    clock(picture, surface, column, end);
    surface.putRight(surface.columns() - 1, 0, chip, Ink.CHIP);
  }

  private static String state(Picture picture, int cells) {
    return picture.cut(ConnectionWords.fitting(picture, cells), cells);
  }

  private static List<String> rest(Picture picture) {
    var parts = new ArrayList<String>();
    int waiting = picture.state().lists().outbox().size();
    if (waiting > 0) {
      parts.add(
          picture.say(
              picture.state().standing().connection() instanceof ConnectionState.Online
                  ? Phrase.OUTBOX
                  : Phrase.OUTBOX_SAVED,
              Badge.of(waiting)));
    }
    var elsewhere = Badge.direct(elsewhere(picture));
    if (!elsewhere.isEmpty()) {
      parts.add(picture.say(Phrase.ELSEWHERE, elsewhere));
    }
    if (!picture.state().standing().me().isEmpty()) {
      parts.add(Clean.line(picture.state().standing().me()));
    }
    return parts;
  }

  /// How much is unread in other conversations.
  static long elsewhere(Picture picture) {
    var open = picture.state().conversation().with();
    return picture.state().lists().talks().stream()
        .filter(talk -> !talk.with().user().equals(open))
        .mapToLong(talk -> talk.unread())
        .sum();
  }

  private static void clock(Picture picture, Surface surface, int column, int end) {
    var clock = picture.times().clock(picture.state().moment().now());
    if (picture.layout().shape() == Shape.TRIPLE && end - column > clock.length() + 2) {
      surface.putRight(end, 0, clock, Ink.STATUS);
    }
  }
}
