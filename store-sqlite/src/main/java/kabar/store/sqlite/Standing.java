package kabar.store.sqlite;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.stream.Collectors;
import kabar.api.store.Cursor;
import kabar.api.store.StoreException;

/// Where a store stands: the one row of the table `store`.
///
/// @param incarnation which store
/// @param position the last in the commit order
/// @param purged the newest message that was purged
/// @param accounts how many there are
/// @param sessions how many there are
/// @param messages how many there are
record Standing(
    String incarnation, long position, long purged, long accounts, long sessions, long messages) {
  private static final String CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final int LENGTH = 12;
  private static final String SELECT = Table.STORE.select("WHERE id = 1");
  private static final String INSERT = Table.STORE.insert();
  private static final String UPDATE = Table.STORE.update(1);

  /// An empty store, like no other.
  static Standing begin() {
    return new Standing(newIncarnation(), 0, 0, 0, 0, 0);
  }

  static Standing read(Sql sql) throws SQLException {
    return sql.first(Table.STORE, SELECT, Standing::of)
        .orElseThrow(() -> new StoreException("the database has lost its table 'store'"));
  }

  static Standing of(Row row) {
    return new Standing(
        row.text(1), row.number(2), row.number(3), row.number(4), row.number(5), row.number(6));
  }

  void insert(Sql sql) throws SQLException {
    sql.insert(INSERT, Table.STORE, columns());
  }

  void write(Sql sql) throws SQLException {
    sql.rewrite(UPDATE, Table.STORE, 1, columns());
  }

  Cursor cursor() {
    return new Cursor(incarnation, position);
  }

  Standing withMessage() {
    return new Standing(incarnation, position + 1, purged, accounts, sessions, messages + 1);
  }

  Standing withMove() {
    return new Standing(incarnation, position + 1, purged, accounts, sessions, messages);
  }

  Standing withAccounts(int more) {
    return new Standing(incarnation, position, purged, accounts + more, sessions, messages);
  }

  Standing withSessions(int more) {
    return new Standing(incarnation, position, purged, accounts, sessions + more, messages);
  }

  Standing without(int purgedNow, long newest) {
    return new Standing(incarnation, position, newest, accounts, sessions, messages - purgedNow);
  }

  /// The same store begun anew, after a restore: cursors of the old one are of no use.
  Standing reborn() {
    return new Standing(newIncarnation(), position, purged, accounts, 0, messages);
  }

  private Object[] columns() {
    return new Object[] {1L, incarnation, position, purged, accounts, sessions, messages};
  }

  private static String newIncarnation() {
    return new SecureRandom()
        .ints(LENGTH, 0, CHARACTERS.length())
        .mapToObj(i -> CHARACTERS.substring(i, i + 1))
        .collect(Collectors.joining());
  }
}
