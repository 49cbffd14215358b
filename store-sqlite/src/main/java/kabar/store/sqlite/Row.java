package kabar.store.sqlite;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/// A row as it was read. Nothing in it means anything before its seal was compared.
final class Row {
  private static final byte[] NO_BYTES = new byte[0];

  private final Table table;
  private final Object[] columns;
  private final boolean sound;

  private Row(Table table, Object[] columns, boolean sound) {
    this.table = table;
    this.columns = columns;
    this.sound = sound;
  }

  /// Reads the row at which a result stands.
  static Row read(Table table, ResultSet result, Seal seal) throws SQLException {
    var columns = new Object[table.columns().size()];
    for (int i = 0; i < columns.length; i++) {
      boolean isText = table.columns().get(i).isText();
      columns[i] = isText ? bytes(result, i + 1) : (Object) result.getLong(i + 1);
    }
    long crc = result.getLong(columns.length + 1);
    return new Row(table, columns, crc == seal.of(table, columns));
  }

  /// The bytes as they are on disk: a text that is no longer UTF-8 must not pass for another.
  private static byte[] bytes(ResultSet result, int column) throws SQLException {
    var bytes = result.getBytes(column);
    return bytes == null ? NO_BYTES : bytes;
  }

  Table table() {
    return table;
  }

  /// Whether the row is as it was written.
  boolean isSound() {
    return sound;
  }

  /// The seal that the columns ask for.
  long seal(Seal by) {
    return by.of(table, columns);
  }

  /// The number of the row.
  long id() {
    return number(0);
  }

  long number(int column) {
    return (Long) columns[column];
  }

  String text(int column) {
    return new String((byte[]) columns[column], StandardCharsets.UTF_8);
  }

  Instant instant(int column) {
    return Times.instant(number(column));
  }
}
