package kabar.tui.transcript;

import java.util.ArrayList;
import java.util.List;
import kabar.tui.paint.Glyphs;
import kabar.tui.paint.Ink;
import kabar.tui.paint.NameInks;
import kabar.tui.text.CellWidth;
import kabar.tui.text.Clean;
import kabar.tui.words.Times;

/// Lays one message out.
///
/// @param me whose own messages tell what became of them
record MessageRows(Columns columns, Times times, Glyphs glyphs, String me) {

  /// @param isFollowing whether the name need not be said again
  /// @param isNew whether it is marked as one that is new
  List<Row> of(Entry entry, boolean isFollowing, boolean isNew) {
    var rows = columns.isNarrow() ? narrow(entry, isFollowing) : wide(entry, isFollowing);
    if (isNew) {
      rows.forEach(row -> row.addFirst(new Span(0, glyphs.fresh(), Ink.NEW)));
    }
    var numbered = new ArrayList<Row>(rows.size());
    for (var spans : rows) {
      numbered.add(new Row(entry.id(), numbered.size(), spans));
    }
    return numbered;
  }

  private List<List<Span>> wide(Entry entry, boolean isFollowing) {
    var rows = new ArrayList<List<Span>>();
    var lines = lines(entry, columns.textCells());
    // A link of the whole width would lie over time and name.
    if (lines.getFirst().isWhole()) {
      rows.add(head(entry, isFollowing));
    }
    for (var line : lines) {
      var row = rows.isEmpty() ? head(entry, isFollowing) : new ArrayList<Span>();
      addText(row, line.isWhole() ? 1 : columns.text(), line.text());
      rows.add(row);
    }
    return rows;
  }

  private List<Span> head(Entry entry, boolean isFollowing) {
    var head = new ArrayList<Span>();
    head.add(new Span(Columns.TIME, times.clock(entry.at()), Ink.FAINT));
    head.add(
        isFollowing
            ? new Span(Columns.NAME + Math.min(2, columns.name() - 1), glyphs.same(), Ink.FAINT)
            : name(entry));
    addState(head, entry, columns.state());
    return head;
  }

  private List<List<Span>> narrow(Entry entry, boolean isFollowing) {
    return isFollowing ? followingNarrow(entry) : headedNarrow(entry);
  }

  private List<List<Span>> headedNarrow(Entry entry) {
    var rows = new ArrayList<List<Span>>();
    var name = name(entry);
    var head = new ArrayList<Span>();
    head.add(new Span(Columns.TIME, times.clock(entry.at()), Ink.FAINT));
    head.add(name);
    addState(head, entry, name.column() + CellWidth.ofText(name.text()) + 1);
    rows.add(head);
    for (var line : lines(entry, columns.textCells())) {
      var row = new ArrayList<Span>();
      addText(row, columns.text(), line.text());
      rows.add(row);
    }
    return rows;
  }

  private List<List<Span>> followingNarrow(Entry entry) {
    int indent = columns.text() + 2;
    int taken = entry.state() == Entry.State.RECEIVED ? 2 : 2 + Columns.STATE_CELLS;
    var rows = new ArrayList<List<Span>>();
    for (var line : lines(entry, Math.max(1, columns.textCells() - taken))) {
      var row = new ArrayList<Span>();
      if (rows.isEmpty()) {
        row.add(new Span(columns.text(), glyphs.same(), Ink.FAINT));
        addState(row, entry, columns.state());
      }
      addText(row, line.isWhole() ? columns.text() : indent, line.text());
      rows.add(row);
    }
    return rows;
  }

  private List<TextLine> lines(Entry entry, int cells) {
    return TextLine.of(Clean.text(entry.text()), cells, columns.all() - 1);
  }

  private Span name(Entry entry) {
    boolean isMe = entry.from().equals(me);
    return new Span(
        Columns.NAME,
        glyphs.fit(Clean.line(entry.from()), columns.name()),
        isMe ? Ink.ME : NameInks.of(entry.from()));
  }

  private void addState(List<Span> row, Entry entry, int column) {
    switch (entry.state()) {
      case RECEIVED -> {}
      case STORED -> row.add(new Span(column, glyphs.stored(), Ink.STORED));
      case PENDING -> row.add(new Span(column, glyphs.pending(), Ink.PENDING));
      case FAILED -> row.add(new Span(column, glyphs.failed() + " r", Ink.FAILED));
    }
  }

  private static void addText(List<Span> row, int column, String text) {
    var links = TextLine.link().matcher(text);
    int from = 0;
    int at = column;
    while (text.contains("://") && links.find()) {
      at = add(row, at, text.substring(from, links.start()), Ink.TEXT);
      at = add(row, at, links.group(), Ink.LINK);
      from = links.end();
    }
    add(row, at, text.substring(from), Ink.TEXT);
  }

  private static int add(List<Span> row, int column, String text, Ink ink) {
    if (!text.isEmpty()) {
      row.add(new Span(column, text, ink));
    }
    return column + CellWidth.ofText(text);
  }
}
