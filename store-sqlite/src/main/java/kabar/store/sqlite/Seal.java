package kabar.store.sqlite;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/// The checksum of a row: a CRC-32C (RFC 3720 §12.1) over its table and all its columns, the row's
/// number among them. SQLite has none of its own, so that a flipped bit would be read as truth.
///
/// Hashed are the tag of the table, and then for each column a byte that tells its kind, 1 for
/// a number and 2 for a text, 8 bytes of the number or of the text's length, big-endian, and the
/// text in UTF-8. So no two different rows hash the same bytes. Not thread-safe.
final class Seal {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final byte NUMBER = 1;
  private static final byte TEXT = 2;

  private final CRC32C crc = new CRC32C();
  private final byte[] head = new byte[1 + Long.BYTES];

  /// The columns of a row, and its seal behind them.
  Object[] seal(Table table, Object... columns) {
    var sealed = Arrays.copyOf(columns, columns.length + 1);
    sealed[columns.length] = of(table, columns);
    return sealed;
  }

  /// The checksum of a row.
  ///
  /// @param columns numbers as `Long`, texts as `String` or as bytes of UTF-8
  long of(Table table, Object... columns) {
    crc.reset();
    crc.update(table.tag());
    for (var column : columns) {
      switch (column) {
        case Long number -> add(NUMBER, number);
        case byte[] text -> add(text);
        case String text -> add(text.getBytes(StandardCharsets.UTF_8));
        default -> throw new IllegalArgumentException("no column: " + column.getClass());
      }
    }
    return crc.getValue();
  }

  private void add(byte[] text) {
    add(TEXT, text.length);
    crc.update(text);
  }

  private void add(byte kind, long number) {
    head[0] = kind;
    LONGS.set(head, 1, number);
    crc.update(head);
  }
}
