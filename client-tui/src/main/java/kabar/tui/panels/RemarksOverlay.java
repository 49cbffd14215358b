package kabar.tui.panels;

import java.util.ArrayList;
import java.util.List;
import kabar.tui.bindings.Intent;
import kabar.tui.paint.Ink;
import kabar.tui.paint.Surface;
import kabar.tui.state.Overlay;
import kabar.tui.text.Clean;
import kabar.tui.text.Wrapping;
import kabar.tui.words.Phrase;

/// What was said in the error line lately, the newest last.
final class RemarksOverlay {
  private static final int TEXT = 8;

  private RemarksOverlay() {}

  static void paint(Picture picture, Surface all, Overlay.Remarks overlay) {
    var hint = picture.key(Intent.BACK).orElse("") + " " + picture.say(Phrase.DO_BACK);
    int cells = Frame.cells(all, Frame.MOST_COLUMNS);
    var lines = lines(picture, cells);
    var inside =
        Frame.paint(
            picture, all, picture.say(Phrase.REMARKS_TITLE), hint, Math.max(1, lines.size()));
    if (lines.isEmpty()) {
      inside.put(0, 0, picture.cut(picture.say(Phrase.NO_REMARKS), inside.columns()), Ink.OVERLAY);
    }
    int from = Math.clamp(overlay.from(), 0, Math.max(0, lines.size() - inside.rows()));
    for (int row = 0; row < Math.min(inside.rows(), lines.size() - from); row++) {
      lines.get(from + row).paint(inside, row);
    }
  }

  private static List<Line> lines(Picture picture, int cells) {
    var lines = new ArrayList<Line>();
    for (var remark : picture.state().moment().remarks()) {
      var ink = remark.isError() ? Ink.ERROR : Ink.OVERLAY;
      var clock = picture.times().clock(remark.at());
      for (var text : Wrapping.lines(Clean.line(remark.sentence()), cells - TEXT)) {
        lines.add(Line.of(clock, Ink.FAINT).with(TEXT, text, ink));
        clock = "";
      }
      if (remark.isError()) {
        int first = firstOf(lines);
        lines.set(first, lines.get(first).with(TEXT - 2, picture.glyphs().alert(), Ink.ERROR));
      }
    }
    return lines;
  }

  /// The first line of the remark that was added last: the one that tells the time.
  private static int firstOf(List<Line> lines) {
    int at = lines.size() - 1;
    while (lines.get(at).spans().getFirst().text().isEmpty()) {
      at--;
    }
    return at;
  }
}
