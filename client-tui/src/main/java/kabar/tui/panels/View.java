package kabar.tui.panels;

import java.util.List;
import kabar.tui.bindings.Bindings;
import kabar.tui.bindings.Intent;
import kabar.tui.layout.Layout;
import kabar.tui.layout.Shape;
import kabar.tui.paint.Area;
import kabar.tui.paint.Ink;
import kabar.tui.paint.Surface;
import kabar.tui.state.Overlay;
import kabar.tui.state.TuiState;
import kabar.tui.text.Wrapping;
import kabar.tui.words.Phrase;

/// Paints a state: each panel where the layout has room for it. Keeps nothing between two
/// paintings.
public final class View {
  private final Bindings bindings;

  /// One that tells keys as they are bound.
  public View(Bindings bindings) {
    this.bindings = bindings;
  }

  /// Paints all of it.
  ///
  /// @param all of the state's size
  public void paint(TuiState state, Surface all) {
    var picture = Picture.of(state, bindings);
    if (picture.layout().shape() == Shape.SENTENCE) {
      sentence(picture, all);
    } else {
      panels(picture, all);
      lines(picture, all);
      overlay(picture, all);
    }
    if (state.settings().isAscii()) {
      all.ascii();
    }
  }

  private static void sentence(Picture picture, Surface all) {
    all.clear(Ink.TEXT);
    var lines = Wrapping.lines(picture.say(Phrase.TOO_SMALL), all.columns());
    for (int row = 0; row < lines.size(); row++) {
      all.put(0, row, lines.get(row), Ink.TEXT);
    }
  }

  private static void panels(Picture picture, Surface all) {
    var layout = picture.layout();
    if (!layout.inbox().isEmpty()) {
      InboxPanel.paint(picture, all.part(layout.inbox()));
    }
    if (!layout.online().isEmpty()) {
      OnlinePanel.paint(picture, all.part(layout.online()));
    }
    if (!layout.conversation().isEmpty()) {
      ConversationPanel.paint(picture, all.part(layout.conversation()));
    }
    if (layout.shape().hasSides()) {
      borders(picture, all, layout);
    }
  }

  /// Lines between the panels, which belong to none of them.
  private static void borders(Picture picture, Surface all, Layout layout) {
    var conversation = layout.conversation();
    int rows = conversation.rows() + layout.footer().rows();
    var glyphs = picture.glyphs();
    for (int row = conversation.row(); row < conversation.row() + rows; row++) {
      all.put(conversation.column() - 1, row, glyphs.vertical(), Ink.BORDER);
      all.put(conversation.column() + conversation.columns(), row, glyphs.vertical(), Ink.BORDER);
    }
    if (layout.shape() == Shape.DOUBLE && !layout.inbox().isEmpty() && !layout.online().isEmpty()) {
      var between = new Area(0, layout.online().row() - 1, layout.online().columns(), 1);
      all.part(between).fill(0, 0, glyphs.horizontal(), Ink.BORDER);
    }
  }

  private static void lines(Picture picture, Surface all) {
    var layout = picture.layout();
    TitleLine.paint(picture, all.part(layout.title()));
    Footer.paint(picture, all.part(layout.footer()));
    TabRow.paint(picture, all.part(layout.tabs()));
    RemarkLine.paint(picture, all.part(layout.remark()));
    StatusLine.paint(picture, all.part(layout.status()));
    HintsLine.paint(picture, all.part(layout.hints()));
    menu(picture, all);
    InputPanel.paint(picture, all.part(layout.input()));
  }

  /// Where hints have no line of their own, a menu takes the place of the line above the input.
  private static void menu(Picture picture, Surface all) {
    var layout = picture.layout();
    if (layout.hints().isEmpty() && picture.state().composer().completion().isPresent()) {
      var area = layout.tabs().isEmpty() ? layout.status() : layout.tabs();
      HintsLine.paint(picture, all.part(area));
    }
  }

  private static void overlay(Picture picture, Surface all) {
    var over = all.part(over(picture));
    switch (picture.state().overlay()) {
      case Overlay.Help help -> HelpOverlay.paint(picture, over, help);
      case Overlay.GoTo goTo -> GoToOverlay.paint(picture, over, goTo);
      case Overlay.Remarks remarks -> RemarksOverlay.paint(picture, over, remarks);
      case Overlay.Connection() -> ConnectionOverlay.paint(picture, over);
      case Overlay.Bare() -> bare(picture, all);
      case Overlay.None(),
          Overlay.Search _,
          Overlay.Select _,
          Overlay.PasteQuestion _,
          Overlay.QuitQuestion() -> {}
    }
  }

  /// Between the title and the lines at the bottom.
  private static Area over(Picture picture) {
    var layout = picture.layout();
    int top = layout.title().rows();
    int bottom =
        List.of(layout.tabs(), layout.remark(), layout.status(), layout.hints(), layout.input())
            .stream()
            .filter(area -> !area.isEmpty())
            .mapToInt(Area::row)
            .min()
            .orElse(top);
    return new Area(0, top, picture.state().size().columns(), bottom - top);
  }

  private static void bare(Picture picture, Surface all) {
    var surface = all.part(picture.layout().hints());
    surface.clear(Ink.FAINT);
    var key = picture.key(Intent.BACK).orElse("");
    surface.put(
        1, 0, picture.cut(picture.say(Phrase.BARE_HINT, key), surface.columns() - 2), Ink.FAINT);
  }
}
