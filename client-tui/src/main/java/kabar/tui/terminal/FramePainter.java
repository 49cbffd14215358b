package kabar.tui.terminal;

import com.googlecode.lanterna.terminal.Terminal;
import java.io.IOException;
import java.util.Optional;
import kabar.tui.paint.Canvas;
import kabar.tui.paint.Size;
import kabar.tui.paint.Spot;
import kabar.tui.paint.Theme;

/// Brings a terminal from one frame to the next by writing what differs. It never flushes: whoever
/// owns the terminal makes one write of a frame. Not thread-safe.
final class FramePainter {
  /// A cursor move costs about as many bytes as this many cells that are as they should be.
  private static final int CELLS_WORTH_A_MOVE = 6;

  private final Terminal terminal;
  private final Abilities abilities;
  private Screenful latest = Screenful.unknown(new Size(0, 0));
  private Screenful shown = latest;
  private boolean isCursorShown = true;

  FramePainter(Terminal terminal, Abilities abilities) {
    this.terminal = terminal;
    this.abilities = abilities;
  }

  /// Forgets what the terminal shows.
  void forget() {
    shown = Screenful.unknown(shown.size());
    isCursorShown = true;
  }

  /// Paints the frame; nothing is written where nothing differs.
  void paint(Canvas canvas, Theme theme) throws IOException {
    latest = Screenful.of(canvas, theme, abilities.isUnicode());
    paint(latest);
  }

  /// Paints the latest frame again, if it is of this size.
  void repaint(Size size) throws IOException {
    if (latest.size().equals(size)) {
      paint(latest);
    }
  }

  private void paint(Screenful frame) throws IOException {
    var before = shown.size().equals(frame.size()) ? shown : Screenful.unknown(frame.size());
    // If writing fails halfway, nobody knows what the terminal shows.
    shown = Screenful.unknown(frame.size());
    var pen = new Pen(terminal, abilities.colors(), frame);
    for (int row = 0; row < frame.size().rows(); row++) {
      paintRow(before, frame, row, pen);
    }
    pen.lift();
    placeCursor(before.cursor(), frame.cursor(), pen.hasWritten());
    shown = frame;
  }

  private void paintRow(Screenful before, Screenful frame, int row, Pen pen) throws IOException {
    int columns = frame.size().columns();
    boolean isDoubtful = isDoubtful(before, frame, row);
    int column = nextChange(before, frame, row, 0);
    while (column < columns) {
      int start = isDoubtful ? 0 : wholeFrom(frame, column, row);
      int end = isDoubtful ? columns : endOfRun(before, frame, row, column);
      hideCursor();
      pen.write(row, start, end);
      column = nextChange(before, frame, row, end);
    }
  }

  /// Whether terminals may disagree on how far the row's clusters reach. Then a change of one can
  /// leave traces of the other in cells that did not change, so the whole row is painted.
  private static boolean isDoubtful(Screenful before, Screenful frame, int row) {
    for (int column = 0; column < frame.size().columns(); column++) {
      if (Pen.isDoubtful(before.cluster(column, row))
          || Pen.isDoubtful(frame.cluster(column, row))) {
        return true;
      }
    }
    return false;
  }

  private static int nextChange(Screenful before, Screenful frame, int row, int from) {
    int column = from;
    while (column < frame.size().columns() && !frame.differs(before, column, row)) {
      column++;
    }
    return column;
  }

  private static int endOfRun(Screenful before, Screenful frame, int row, int from) {
    int end = from + 1;
    int next = nextChange(before, frame, row, end);
    while (next < frame.size().columns() && next - end <= CELLS_WORTH_A_MOVE) {
      end = next + 1;
      next = nextChange(before, frame, row, end);
    }
    return end < frame.size().columns() && frame.width(end, row) == 0 ? end + 1 : end;
  }

  private static int wholeFrom(Screenful frame, int column, int row) {
    return frame.width(column, row) == 0 && column > 0 ? column - 1 : column;
  }

  private void hideCursor() throws IOException {
    if (isCursorShown) {
      terminal.setCursorVisible(false);
      isCursorShown = false;
    }
  }

  private void placeCursor(Optional<Spot> before, Optional<Spot> now, boolean hasMoved)
      throws IOException {
    if (now.isEmpty()) {
      hideCursor();
      return;
    }
    var spot = now.orElseThrow();
    if (hasMoved || !now.equals(before)) {
      terminal.setCursorPosition(spot.column(), spot.row());
    }
    if (!isCursorShown) {
      terminal.setCursorVisible(true);
      isCursorShown = true;
    }
  }
}
