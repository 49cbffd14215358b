package kabar.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kabar.api.store.StoreException;

/// A connection to the database with its statements, each prepared once. Not thread-safe.
///
/// Outside of a transaction no read outlives its call: an open one would hold on to an old state of
/// the database, and to its log.
final class Sql implements AutoCloseable {
  private final Connection connection;
  private final Damage damage;
  private final Seal seal = new Seal();
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  Sql(Connection connection, Damage damage) {
    this.connection = connection;
    this.damage = damage;
  }

  /// What becomes of a row; told whether it is sound before anything else.
  @FunctionalInterface
  interface Visitor {
    void visit(Row row) throws SQLException;
  }

  /// What a sound row says.
  @FunctionalInterface
  interface Reading<T> {
    T of(Row row) throws SQLException;
  }

  @FunctionalInterface
  private interface Answer<T> {
    T of(ResultSet result) throws SQLException;
  }

  @FunctionalInterface
  private interface Execution<T> {
    T of(PreparedStatement statement) throws SQLException;
  }

  Connection connection() {
    return connection;
  }

  /// Runs statements that take and answer nothing and are not used again.
  void run(String... statements) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /// Runs a statement that changes rows. Answers how many.
  int update(String sql, Object... arguments) throws SQLException {
    return execute(sql, PreparedStatement::executeUpdate, arguments);
  }

  /// Adds a row. Answers whether it was added: a statement may say when not.
  boolean insert(String sql, Table table, Object... columns) throws SQLException {
    return update(sql, seal.seal(table, columns)) > 0;
  }

  /// Writes the later columns of a row anew.
  ///
  /// @param sql the table's {@link Table#update}
  /// @param from the first column that it writes
  /// @param columns all of them
  void rewrite(String sql, Table table, int from, Object... columns) throws SQLException {
    var sealed = seal.seal(table, columns);
    var arguments = Arrays.copyOfRange(sealed, from, sealed.length + 1);
    arguments[arguments.length - 1] = columns[0];
    update(sql, arguments);
  }

  /// Seals all rows of a table that has got other columns. What was damaged stays damaged: it
  /// keeps its seal, which fits neither.
  void resealAll(Table before, Table after) throws SQLException {
    var sound = new ArrayList<Long>();
    visit(before, before.select(""), row -> keepIfSound(row, sound));
    for (long id : sound) {
      visit(
          after,
          after.select("WHERE id = ?"),
          row -> update(after.updateSeal(), row.seal(seal), id),
          id);
    }
  }

  /// The rows of a query, whether sound or not.
  void visit(Table table, String sql, Visitor visitor, Object... arguments) throws SQLException {
    query(
        sql,
        result -> {
          while (result.next()) {
            visitor.visit(Row.read(table, result, seal));
          }
          return true;
        },
        arguments);
  }

  /// What the rows of a query say.
  ///
  /// @throws StoreException if one is damaged
  <T> List<T> list(Table table, String sql, Reading<T> reading, Object... arguments)
      throws SQLException {
    var list = new ArrayList<T>();
    visit(table, sql, row -> list.add(reading.of(sound(row))), arguments);
    return list;
  }

  /// What the first row of a query says.
  ///
  /// @throws StoreException if it is damaged
  <T> Optional<T> first(Table table, String sql, Reading<T> reading, Object... arguments)
      throws SQLException {
    return query(
        sql,
        result ->
            result.next()
                ? Optional.of(reading.of(sound(Row.read(table, result, seal))))
                : Optional.empty(),
        arguments);
  }

  /// The one number that a query gives; 0 if it gives none.
  long number(String sql, Object... arguments) throws SQLException {
    return query(sql, result -> result.next() ? result.getLong(1) : 0, arguments);
  }

  /// The first column of a query that gives texts.
  List<String> texts(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      return texts(result);
    }
  }

  /// A number for one more row of a table, greater than all that are there.
  long next(Table table) throws SQLException {
    return number("SELECT max(id) FROM " + table.sql()) + 1;
  }

  /// What a read fails with that met a row which is not as it was written.
  StoreException damaged(Table table, long id, String what) {
    return damage.of(table, id, what);
  }

  @Override
  public void close() throws SQLException {
    for (var statement : prepared.values()) {
      statement.close();
    }
    prepared.clear();
    connection.close();
  }

  private static List<String> texts(ResultSet result) throws SQLException {
    var texts = new ArrayList<String>();
    while (result.next()) {
      texts.add(result.getString(1));
    }
    return texts;
  }

  private static void keepIfSound(Row row, List<Long> sound) {
    if (row.isSound()) {
      sound.add(row.id());
    }
  }

  private Row sound(Row row) {
    if (!row.isSound()) {
      throw damaged(row.table(), row.id(), "its checksum is wrong");
    }
    return row;
  }

  private <T> T query(String sql, Answer<T> answer, Object... arguments) throws SQLException {
    return execute(
        sql,
        statement -> {
          try (var result = statement.executeQuery()) {
            return answer.of(result);
          }
        },
        arguments);
  }

  private <T> T execute(String sql, Execution<T> execution, Object... arguments)
      throws SQLException {
    try {
      return execution.of(prepare(sql, arguments));
    } catch (SQLException e) {
      // The driver has closed it.
      prepared.remove(sql);
      throw e;
    }
  }

  private PreparedStatement prepare(String sql, Object... arguments) throws SQLException {
    var statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
    return statement;
  }
}
