package kabar.tui.panels;

import java.util.List;
import java.util.Locale;
import kabar.tui.paint.Ink;
import kabar.tui.paint.Surface;
import kabar.tui.state.Overlay;
import kabar.tui.text.CellWidth;
import kabar.tui.transcript.Row;
import kabar.tui.transcript.Span;
import kabar.tui.words.Phrase;

/// The messages of the open conversation.
final class ConversationPanel {
  private final Picture picture;
  private final Surface surface;

  private ConversationPanel(Picture picture, Surface surface) {
    this.picture = picture;
    this.surface = surface;
  }

  static void paint(Picture picture, Surface surface) {
    surface.clear(Ink.TEXT);
    if (!picture.state().conversation().isOpen()) {
      Advice.paint(picture, surface, Advice.open(picture));
      return;
    }
    var panel = new ConversationPanel(picture, surface);
    var rows = picture.view().rows();
    for (int row = 0; row < rows.size(); row++) {
      panel.paint(rows.get(row), row);
    }
    panel.invite(rows);
  }

  /// An empty conversation says how to begin.
  private void invite(List<Row> rows) {
    var state = picture.state();
    if (rows.size() <= 1
        && state.conversation().notes().isEmpty()
        && !state.conversation().isLoading()) {
      var with = picture.at(state.conversation().with());
      var lines = Advice.lines(picture.say(Phrase.WRITE_FIRST, with), surface.columns());
      for (int row = 0; row < lines.size(); row++) {
        lines.get(row).paint(surface, row + 2);
      }
    }
  }

  private void paint(Row row, int at) {
    switch (picture.state().overlay()) {
      case Overlay.Select(var id) when row.isOf(id) -> mark(row, at);
      case Overlay.Search search when row.part() >= 0 -> search(search, row, at);
      case Overlay.Select _,
          Overlay.Search _,
          Overlay.None(),
          Overlay.Help _,
          Overlay.GoTo _,
          Overlay.Remarks _,
          Overlay.Connection(),
          Overlay.Bare(),
          Overlay.PasteQuestion _,
          Overlay.QuitQuestion() ->
          plain(row, at);
    }
  }

  private void plain(Row row, int at) {
    row.spans().forEach(span -> surface.put(span.column(), at, span.text(), span.ink()));
  }

  private void mark(Row row, int at) {
    new Line(row.spans(), true).paint(surface, at);
    surface.put(0, at, picture.glyphs().chosen(), Ink.CHOSEN);
  }

  private void search(Overlay.Search search, Row row, int at) {
    plain(row, at);
    var wanted = search.query().text().toLowerCase(Locale.ROOT);
    if (!wanted.isBlank()) {
      row.spans().forEach(span -> markMatches(span, wanted, at));
    }
    if (row.isOf(search.found())) {
      surface.put(0, at, picture.glyphs().chosen(), Ink.MATCH);
    }
  }

  private void markMatches(Span span, String wanted, int at) {
    if (span.ink() != Ink.TEXT && span.ink() != Ink.LINK) {
      return;
    }
    var text = span.text();
    var lower = text.toLowerCase(Locale.ROOT);
    // A few letters change their length with their case; then positions would not fit.
    boolean isAligned = lower.length() == text.length();
    for (int from = lower.indexOf(wanted);
        isAligned && from >= 0;
        from = lower.indexOf(wanted, from + wanted.length())) {
      int column = span.column() + CellWidth.ofText(text.substring(0, from));
      surface.put(column, at, text.substring(from, from + wanted.length()), Ink.MATCH);
    }
  }
}
