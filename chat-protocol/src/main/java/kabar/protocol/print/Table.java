package kabar.protocol.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Rows for people: a column for each key of the first row, numbers to the right.
public final class Table {
  private static final String GAP = "  ";

  private Table() {}

  /// The lines of a table, its headings first; none if there are no rows.
  public static List<String> lines(List<JsonLine> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    var keys = List.copyOf(rows.getFirst().members().keySet());
    var cells = new ArrayList<List<String>>();
    cells.add(keys.stream().map(key -> key.toUpperCase(Locale.ROOT)).toList());
    rows.forEach(row -> cells.add(keys.stream().map(key -> cell(row, key)).toList()));
    var columns = keys.stream().map(key -> column(rows.getFirst(), keys, key, cells)).toList();
    return cells.stream().map(row -> line(row, columns)).toList();
  }

  /// @param width the longest of its cells, in code points
  private record Column(int width, boolean isNumber) {}

  private static Column column(
      JsonLine first, List<String> keys, String key, List<List<String>> cells) {
    int index = keys.indexOf(key);
    int width = cells.stream().mapToInt(row -> width(row.get(index))).max().orElse(0);
    return new Column(width, first.number(key).isPresent());
  }

  private static String line(List<String> row, List<Column> columns) {
    var line = new StringBuilder();
    for (int i = 0; i < columns.size(); i++) {
      var cell = row.get(i);
      var padding = " ".repeat(columns.get(i).width() - width(cell));
      line.append(i == 0 ? "" : GAP);
      line.append(columns.get(i).isNumber() ? padding + cell : cell + padding);
    }
    return line.toString().stripTrailing();
  }

  private static String cell(JsonLine row, String key) {
    return switch (row.members().get(key)) {
      case null -> "";
      case Long number -> "%,d".formatted(number);
      case Boolean flag -> flag ? "yes" : "no";
      case Object value -> Printable.of(value.toString());
    };
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
