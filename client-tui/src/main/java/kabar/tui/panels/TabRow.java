package kabar.tui.panels;

import java.util.List;
import kabar.protocol.Reply;
import kabar.tui.bindings.Intent;
import kabar.tui.paint.Ink;
import kabar.tui.paint.Surface;
import kabar.tui.state.Focus;
import kabar.tui.text.CellWidth;
import kabar.tui.words.Phrase;

/// The names of the panels, where only one of them is shown.
final class TabRow {

  private static final List<Focus> ORDER = List.of(Focus.INBOX, Focus.CONVERSATION, Focus.ONLINE);

  private TabRow() {}

  static void paint(Picture picture, Surface surface) {
    surface.clear(Ink.FAINT);
    long unread = picture.state().lists().talks().stream().mapToLong(Reply.Talk::unread).sum();
    int column = 0;
    for (var panel : ORDER) {
      var words =
          switch (panel) {
            case CONVERSATION -> picture.say(Phrase.TAB_CHAT);
            case INBOX -> words(picture.say(Phrase.TAB_INBOX), Badge.direct(unread));
            case ONLINE -> words(picture.say(Phrase.TAB_ONLINE), OnlinePanel.count(picture));
          };
      column = tab(picture, surface, column, panel, words) + 1;
    }
    hint(picture, surface, column);
  }

  private static void hint(Picture picture, Surface surface, int column) {
    var key = picture.key(Intent.NEXT_PANEL).orElse("");
    var hint = key + " " + picture.say(Phrase.DO_NEXT_PANEL);
    var fitting = column + CellWidth.ofText(hint) + 1 < surface.columns() ? hint : key;
    if (column + CellWidth.ofText(fitting) < surface.columns()) {
      surface.putRight(surface.columns() - 1, 0, fitting, Ink.FAINT);
    }
  }

  private static String words(String name, String figures) {
    return figures.isEmpty() ? name : name + " " + figures;
  }

  private static int tab(Picture picture, Surface surface, int column, Focus panel, String words) {
    boolean hasFocus = picture.state().focus() == panel;
    var mark = hasFocus ? picture.glyphs().chosen() : " ";
    return surface.put(
        column, 0, "[" + mark + words + "]", hasFocus ? Ink.HEADING_FOCUSED : Ink.FAINT);
  }
}
