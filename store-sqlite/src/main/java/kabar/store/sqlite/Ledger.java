package kabar.store.sqlite;

import java.sql.SQLException;

/// The writer's side of the database: transactions, and what is remembered from one to the next.
/// Whatever is remembered equals what is in the database, or goes with the transaction that
/// changed it. Belongs to the writer.
final class Ledger implements AutoCloseable {
  private final Sql sql;
  private final Names names;
  private final Sides sides;
  private final MailWrites mail;
  private final PeopleWrites people;
  private Standing standing;

  /// As of the last commit.
  private Standing written;

  Ledger(Sql sql, Names.Known known) throws SQLException {
    this.sql = sql;
    this.names = new Names(sql, known);
    this.sides = new Sides(sql);
    this.standing = Standing.read(sql);
    this.written = standing;
    this.mail = new MailWrites(this);
    this.people = new PeopleWrites(this);
  }

  MailWrites mail() {
    return mail;
  }

  PeopleWrites people() {
    return people;
  }

  Sql sql() {
    return sql;
  }

  Names names() {
    return names;
  }

  Sides sides() {
    return sides;
  }

  /// Where the store stands, with what the open transaction did.
  Standing standing() {
    return standing;
  }

  void stand(Standing next) {
    standing = next;
  }

  void begin() throws SQLException {
    sql.update("BEGIN IMMEDIATE");
  }

  /// Commits. It is on disk when this returns.
  void commit() throws SQLException {
    sides.write();
    if (!standing.equals(written)) {
      standing.write(sql);
    }
    sql.update("COMMIT");
    written = standing;
    names.committed();
    sides.committed();
  }

  void rollBack() {
    standing = written;
    names.rolledBack();
    sides.rolledBack();
    try {
      sql.update("ROLLBACK");
    } catch (SQLException e) {
      // SQLite rolls back by itself after some errors, and then there is nothing to roll back.
    }
  }

  @Override
  public void close() throws SQLException {
    sql.close();
  }
}
