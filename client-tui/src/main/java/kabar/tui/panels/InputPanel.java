package kabar.tui.panels;

import kabar.protocol.Reply;
import kabar.tui.layout.Writing;
import kabar.tui.paint.Ink;
import kabar.tui.paint.Surface;
import kabar.tui.state.Overlay;
import kabar.tui.text.CellWidth;
import kabar.tui.words.Phrase;

/// What is being written, at the bottom of the screen.
final class InputPanel {

  private InputPanel() {}

  static void paint(Picture picture, Surface surface) {
    surface.clear(Ink.TEXT);
    var writing = picture.layout().writing();
    for (int row = 0; row < writing.rows(); row++) {
      line(surface, writing, row);
    }
    edges(picture, surface, writing);
    if (picture.state().overlay() instanceof Overlay.Search search) {
      found(picture, surface, search);
    }
    if (writing.isWriting()) {
      surface.cursor(writing.cursorColumn(), writing.cursorLine() - writing.from());
    }
  }

  private static void line(Surface surface, Writing writing, int row) {
    int line = writing.from() + row;
    int column = line == 0 ? surface.put(0, row, writing.prompt(), Ink.PROMPT) : writing.indent();
    surface.put(column, row, writing.lines().get(line), Ink.TEXT);
  }

  /// Signs for lines that are not seen.
  private static void edges(Picture picture, Surface surface, Writing writing) {
    if (writing.from() > 0) {
      surface.put(0, 0, picture.glyphs().up(), Ink.FAINT);
    }
    if (writing.from() + writing.rows() < writing.lines().size()) {
      surface.put(0, writing.rows() - 1, picture.glyphs().down(), Ink.FAINT);
    }
  }

  /// Which of the messages that were searched for is shown, from the newest one on, where there is
  /// room for it.
  private static void found(Picture picture, Surface surface, Overlay.Search search) {
    var conversation = picture.state().conversation();
    var all = conversation.notes().stream().filter(search::isIn).map(Reply.Note::id).toList();
    int at = all.lastIndexOf(search.found());
    if (at < 0) {
      return;
    }
    var count = all.size() + (conversation.hasOlder() ? "+" : "");
    var words = picture.say(Phrase.FOUND_AT, all.size() - at, count);
    var writing = picture.layout().writing();
    int used = CellWidth.ofText(writing.prompt()) + CellWidth.ofText(search.query().text());
    if (writing.rows() == 1 && used + 2 + CellWidth.ofText(words) < surface.columns()) {
      surface.putRight(surface.columns() - 1, 0, words, Ink.FAINT);
    }
  }
}
