package kabar.tui.terminal;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.terminal.Terminal;
import java.io.IOException;
import kabar.tui.paint.Colour;
import kabar.tui.paint.Look;

/// Writes cells of one frame, and knows where the terminal's cursor stands and which look is set.
/// It trusts a terminal with the width of single narrow characters only: after all others it says
/// where to go on.
final class Pen {
  /// As the terminal draws by itself.
  static final Look PLAIN =
      new Look(new Colour.Own(), new Colour.Own(), false, false, false, false);

  private static final int NOWHERE = -1;

  private final Terminal terminal;
  private final Colors colors;
  private final Screenful frame;
  private final StringBuilder run = new StringBuilder();
  private Look look = PLAIN;
  private int column = NOWHERE;
  private int row = NOWHERE;
  private boolean hasWritten;

  /// Between frames the terminal draws plainly.
  Pen(Terminal terminal, Colors colors, Screenful frame) {
    this.terminal = terminal;
    this.colors = colors;
    this.frame = frame;
  }

  /// Whether terminals are known to disagree on a cluster's width: it is of several characters.
  static boolean isDoubtful(String cluster) {
    return cluster.length() > 1 && cluster.codePointCount(0, cluster.length()) > 1;
  }

  boolean hasWritten() {
    return hasWritten;
  }

  /// Writes the cells of a row from one column to before another.
  void write(int inRow, int from, int to) throws IOException {
    moveTo(from, inRow);
    for (int at = from; at < to; at += Math.max(1, frame.width(at, inRow))) {
      put(at, inRow);
    }
    writeRun();
  }

  private void put(int at, int inRow) throws IOException {
    var cluster = frame.cluster(at, inRow);
    int width = frame.width(at, inRow);
    dip(frame.look(at, inRow));
    if (width == 1 && !isDoubtful(cluster)) {
      moveTo(at, inRow);
      run.append(cluster);
      column++;
    } else {
      putAlone(cluster, width, at, inRow);
    }
  }

  private void putAlone(String cluster, int width, int at, int inRow) throws IOException {
    writeRun();
    if (isDoubtful(cluster)) {
      // Whatever was here goes, also where the terminal draws less than all cells.
      moveTo(at, inRow);
      terminal.putString(" ".repeat(Math.max(1, width)));
      column = NOWHERE;
    }
    moveTo(at, inRow);
    terminal.putString(cluster);
    column = NOWHERE;
  }

  private void dip(Look wanted) throws IOException {
    if (!wanted.equals(look)) {
      writeRun();
      set(wanted);
    }
  }

  private void set(Look wanted) throws IOException {
    terminal.resetColorAndSGR();
    enable(SGR.BOLD, wanted.isBold());
    enable(SGR.UNDERLINE, wanted.isUnderlined());
    enable(SGR.REVERSE, wanted.isReversed());
    // Lanterna has no word for it.
    if (wanted.isFaint() && terminal instanceof TtyTerminal tty) {
      tty.drawFaintly();
    }
    var foreground = colors.nearest(wanted.foreground());
    if (foreground != TextColor.ANSI.DEFAULT) {
      terminal.setForegroundColor(foreground);
    }
    var background = colors.nearest(wanted.background());
    if (background != TextColor.ANSI.DEFAULT) {
      terminal.setBackgroundColor(background);
    }
    look = wanted;
  }

  private void enable(SGR style, boolean isWanted) throws IOException {
    if (isWanted) {
      terminal.enableSGR(style);
    }
  }

  private void moveTo(int toColumn, int toRow) throws IOException {
    hasWritten = true;
    if (column != toColumn || row != toRow) {
      writeRun();
      terminal.setCursorPosition(toColumn, toRow);
      column = toColumn;
      row = toRow;
    }
  }

  private void writeRun() throws IOException {
    if (!run.isEmpty()) {
      terminal.putString(run.toString());
      run.setLength(0);
    }
  }

  /// Writes what waits, and leaves the terminal drawing plainly.
  void lift() throws IOException {
    writeRun();
    if (!look.equals(PLAIN)) {
      set(PLAIN);
    }
  }
}
