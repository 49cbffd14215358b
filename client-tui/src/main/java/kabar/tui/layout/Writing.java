package kabar.tui.layout;

import java.util.ArrayList;
import java.util.List;
import kabar.tui.editing.Buffer;
import kabar.tui.text.CellWidth;
import kabar.tui.text.Clean;
import kabar.tui.text.Graphemes;

/// What is being written, in the rows that it is shown in.
///
/// @param prompt before the first of them, clean
/// @param indent the column at which all but the first begin
/// @param lines all of them, clean, of which only some may fit
/// @param from the first that is shown
/// @param rows how many are shown
/// @param cursorLine which of the lines the cursor is in
/// @param cursorColumn the column of the screen that it is in
/// @param isWriting whether there is a cursor to be seen
public record Writing(
    String prompt,
    int indent,
    List<String> lines,
    int from,
    int rows,
    int cursorLine,
    int cursorColumn,
    boolean isWriting) {
  public static final Writing NONE = new Writing("", 0, List.of(""), 0, 1, 0, 0, false);

  public Writing {
    lines = List.copyOf(lines);
  }

  static Writing of(Prompt prompt, int columns, int mostRows) {
    return mostRows == 1 ? inOneRow(prompt, columns) : new Rows(prompt, columns).writing(mostRows);
  }

  /// Scrolled sideways, so that the cursor is inside.
  private static Writing inOneRow(Prompt prompt, int columns) {
    int start = CellWidth.ofText(prompt.clean());
    int room = Math.max(1, columns - start - 1);
    var text = prompt.buffer().text();
    var before = Graphemes.of(Clean.line(text.substring(0, prompt.buffer().cursor())));
    int first = before.size();
    int used = 0;
    while (first > 0 && used + CellWidth.of(before.get(first - 1)) <= room) {
      first--;
      used += CellWidth.of(before.get(first));
    }
    var shown =
        String.join("", before.subList(first, before.size()))
            + Clean.line(text.substring(prompt.buffer().cursor()));
    return new Writing(
        prompt.clean(),
        0,
        List.of(CellWidth.fit(shown, room)),
        0,
        1,
        0,
        Math.min(columns - 1, start + used),
        prompt.isWriting());
  }

  /// Text broken where a row is full, as a terminal does with what is typed.
  private static final class Rows {
    private final Prompt prompt;
    private final int columns;
    private final int indent;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private int column;
    private int cursorLine;
    private int cursorColumn;

    Rows(Prompt prompt, int columns) {
      this.prompt = prompt;
      this.columns = columns;
      this.column = CellWidth.ofText(prompt.clean());
      this.indent = column <= columns / 4 ? column : 2;
    }

    Writing writing(int mostRows) {
      fill(prompt.buffer());
      int rows = Math.min(mostRows, lines.size());
      int from = Math.clamp(cursorLine - rows + 1, 0, lines.size() - rows);
      return new Writing(
          prompt.clean(), indent, lines, from, rows, cursorLine, cursorColumn, prompt.isWriting());
    }

    private void fill(Buffer buffer) {
      int at = 0;
      for (var cluster : Graphemes.of(buffer.text())) {
        meetCursor(at, buffer);
        put(cluster);
        at += cluster.length();
      }
      meetCursor(at, buffer);
      lines.add(line.toString());
    }

    /// The last one met is where the cursor is.
    private void meetCursor(int at, Buffer buffer) {
      if (at <= buffer.cursor()) {
        cursorLine = lines.size();
        cursorColumn = Math.min(columns - 1, column);
      }
    }

    private void put(String cluster) {
      if (cluster.equals("\n")) {
        endLine();
        return;
      }
      var clean = Clean.line(cluster);
      int width = CellWidth.ofText(clean);
      // The last column is for the cursor.
      if (column + width >= columns && column > indent) {
        endLine();
      }
      line.append(clean);
      column += width;
    }

    private void endLine() {
      lines.add(line.toString());
      line.setLength(0);
      column = indent;
    }
  }
}
