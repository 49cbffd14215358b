package kabar.tui.panels;

import java.util.ArrayList;
import java.util.List;
import kabar.tui.paint.Ink;
import kabar.tui.paint.Surface;
import kabar.tui.text.CellWidth;
import kabar.tui.transcript.Span;

/// A row of a list. Immutable.
///
/// @param isChosen whether all of it is shown as what is chosen
record Line(List<Span> spans, boolean isChosen) {
  static final Line BLANK = new Line(List.of(), false);

  Line {
    spans = List.copyOf(spans);
  }

  static Line of(String clean, Ink ink) {
    return BLANK.with(0, clean, ink);
  }

  Line with(int column, String clean, Ink ink) {
    var more = new ArrayList<>(spans);
    more.add(new Span(column, clean, ink));
    return new Line(more, isChosen);
  }

  /// With a text that ends before a column.
  Line right(int before, String clean, Ink ink) {
    return with(before - CellWidth.ofText(clean), clean, ink);
  }

  Line chosen() {
    return new Line(spans, true);
  }

  void paint(Surface surface, int row) {
    if (isChosen) {
      surface.fill(0, row, " ", Ink.CHOSEN);
    }
    for (var span : spans) {
      surface.put(span.column(), row, span.text(), isChosen ? Ink.CHOSEN : span.ink());
    }
  }
}
