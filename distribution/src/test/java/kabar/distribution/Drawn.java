package kabar.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kabar.tui.text.CellWidth;
import kabar.tui.text.Graphemes;

/// One cluster of a screen in its cell or two.
record Drawn(int column, int cells, String cluster, Sgr look) {
  private static final Pattern SEQUENCE = Pattern.compile("\u001b\\[([0-9;:]*)m");

  /// The rows of a screen as `tmux capture-pane -e` tells it. A look goes on in the next row.
  static List<List<Drawn>> rows(String styled) {
    var rows = new ArrayList<List<Drawn>>();
    var look = Sgr.PLAIN;
    for (var line : styled.split("\n", -1)) {
      var row = new ArrayList<Drawn>();
      look = read(line, look, row);
      rows.add(row);
    }
    return rows;
  }

  private static Sgr read(String line, Sgr before, List<Drawn> row) {
    var look = before;
    var sequence = SEQUENCE.matcher(line);
    int from = 0;
    while (sequence.find()) {
      add(row, line.substring(from, sequence.start()), look);
      look = look.then(sequence.group(1));
      from = sequence.end();
    }
    add(row, line.substring(from), look);
    return look;
  }

  private static void add(List<Drawn> row, String text, Sgr look) {
    for (var cluster : Graphemes.of(text)) {
      int column = row.isEmpty() ? 0 : row.getLast().column() + row.getLast().cells();
      row.add(new Drawn(column, CellWidth.of(cluster), cluster, look));
    }
  }
}
