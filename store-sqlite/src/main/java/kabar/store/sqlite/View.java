package kabar.store.sqlite;

import java.sql.SQLException;

/// A reader's side of the database: a connection that only reads. Used by one thread at a time.
final class View implements AutoCloseable {
  private final Sql sql;
  private final People people;
  private final Mail mail;

  View(Sql sql, Names.Known known) {
    this.sql = sql;
    this.people = new People(sql);
    this.mail = new Mail(sql, new Names(sql, known));
  }

  /// Something that is read.
  @FunctionalInterface
  interface Read<T> {
    T from(View view) throws SQLException;
  }

  Sql sql() {
    return sql;
  }

  People people() {
    return people;
  }

  Mail mail() {
    return mail;
  }

  /// Reads everything as of one moment.
  <T> T atOnce(Read<T> read) throws SQLException {
    sql.update("BEGIN");
    try {
      return read.from(this);
    } finally {
      sql.update("COMMIT");
    }
  }

  @Override
  public void close() throws SQLException {
    sql.close();
  }
}
