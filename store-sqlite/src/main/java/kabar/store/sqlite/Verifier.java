package kabar.store.sqlite;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import kabar.api.store.Progress;
import kabar.api.store.Verification;

/// Checks a whole database as of one moment: SQLite's own structures, the seal of each row, that
/// each index leads to as many rows as its table has, and all counts that are kept.
final class Verifier {
  private static final int REPORT_EVERY = 1_000;

  private static final List<Index> INDEXES =
      List.of(
          new Index("sqlite_autoindex_names_1", "names", ""),
          new Index("sqlite_autoindex_accounts_1", "accounts", ""),
          new Index("sqlite_autoindex_invites_1", "invites", ""),
          new Index("sqlite_autoindex_sessions_1", "sessions", ""),
          new Index("sessions_of_user", "sessions", ""),
          new Index("sessions_by_use", "sessions", ""),
          new Index("sessions_by_age", "sessions", ""),
          new Index("sqlite_autoindex_conversations_1", "conversations", ""),
          new Index("conversations_by_last", "conversations", ""),
          new Index("conversations_by_move", "conversations", "WHERE moved > 0"),
          new Index("messages_of_conversation", "messages", ""),
          new Index("messages_of_receiver", "messages", ""),
          new Index("messages_of_sender", "messages", ""),
          new Index("messages_by_key", "messages", "WHERE key <> ''"));

  private final Sql sql;
  private final Progress progress;
  private final Faults faults = new Faults();
  private final Reckoning reckoning = new Reckoning();
  private long done;
  private long total;

  Verifier(Sql sql, Progress progress) {
    this.sql = sql;
    this.progress = progress;
  }

  /// @param where which rows it has
  private record Index(String name, String table, String where) {}

  Verification verify() throws SQLException {
    sql.update("BEGIN");
    try {
      var counts = count();
      check("the file", this::checkStructure);
      for (var table : Table.ALL) {
        check("table " + table.sql(), () -> checkRows(table));
      }
      for (var index : INDEXES) {
        check("index " + index.name(), () -> checkIndex(index));
      }
      check("the counts", () -> reckoning.check(sql, faults));
      progress.at(total, total);
      return new Verification(counts, faults.list());
    } finally {
      sql.update("COMMIT");
    }
  }

  @FunctionalInterface
  private interface Part {
    void check() throws SQLException;
  }

  /// What cannot be read is a fault as well, and no reason not to look at the rest.
  private void check(String what, Part part) {
    try {
      part.check();
    } catch (SQLException e) {
      faults.add("%s cannot be read: %s".formatted(what, e.getMessage()));
    }
  }

  /// How many of each thing there are.
  private SequencedMap<String, Long> count() throws SQLException {
    var counts = new LinkedHashMap<String, Long>();
    counts.put("accounts", sql.number("SELECT count(*) FROM accounts WHERE state <> 'DELETED'"));
    for (var table : List.of(Table.INVITES, Table.SESSIONS, Table.CONVERSATIONS, Table.MESSAGES)) {
      counts.put(table.sql(), rows(table));
    }
    total = sql.number("PRAGMA page_count");
    for (var table : Table.ALL) {
      total += rows(table);
    }
    return counts;
  }

  private long rows(Table table) throws SQLException {
    return sql.number("SELECT count(*) FROM " + table.sql());
  }

  private void checkStructure() throws SQLException {
    for (var sentence : sql.texts("PRAGMA integrity_check")) {
      if (!sentence.equals("ok")) {
        faults.add("the file: %s".formatted(sentence));
      }
    }
    for (var table : sql.texts("PRAGMA foreign_key_check")) {
      faults.add("table %s: a row refers to one that is missing".formatted(table));
    }
    advance(sql.number("PRAGMA page_count"));
  }

  private void checkRows(Table table) throws SQLException {
    sql.visit(
        table,
        table.select("NOT INDEXED ORDER BY id"),
        row -> {
          if (row.isSound()) {
            reckoning.add(row, faults);
          } else {
            faults.add("%s %d is damaged: its checksum is wrong".formatted(table.row(), row.id()));
          }
          advance(1);
        });
  }

  private void checkIndex(Index index) throws SQLException {
    var count = "SELECT count(*) FROM %s %s %s";
    faults.compare(
        "rows that index %s leads to".formatted(index.name()),
        sql.number(count.formatted(index.table(), "INDEXED BY " + index.name(), index.where())),
        sql.number(count.formatted(index.table(), "NOT INDEXED", index.where())));
  }

  private void advance(long units) {
    long before = done;
    done += units;
    if (done / REPORT_EVERY > before / REPORT_EVERY) {
      progress.at(Math.min(done, total), total);
    }
  }
}
