package kabar.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// SQLite with the least that our schema asks for: a row for each message, and for each batch the
/// two sides of the conversation and where the store stands. There are no checksums, no answers and
/// nobody to read.
///
/// The database is one that our store has made, so that tables and indexes are always the same.
final class BareSqlite implements GroupCommit.Batches {
  /// Those of our store.
  private static final List<String> PRAGMAS =
      List.of(
          "journal_mode = WAL",
          "synchronous = FULL",
          "foreign_keys = ON",
          "wal_autocheckpoint = 1000",
          "journal_size_limit = 16777216",
          "cache_size = -8192",
          "trusted_schema = OFF",
          "cell_size_check = ON",
          "temp_store = MEMORY");

  private static final String INSERT =
      "INSERT INTO messages (id, conversation, sender, receiver, nth, text, key, at, crc)"
          + " VALUES (?, ?, ?, ?, ?, ?, '', ?, 0)";
  private static final String COUNT_RECEIVED =
      "UPDATE conversations SET last = ?, received = received + ? WHERE id = ?";
  private static final String COUNT_SENT =
      "UPDATE conversations SET last = ? WHERE owner = ? AND peer = ?";
  private static final String COUNT_ALL =
      "UPDATE store SET position = ?, messages = messages + ? WHERE id = 1";

  private final Connection connection;
  private final String text;
  private final PreparedStatement begin;
  private final PreparedStatement insert;
  private final PreparedStatement countReceived;
  private final PreparedStatement countSent;
  private final PreparedStatement countAll;
  private final PreparedStatement commit;
  private final First first;
  private long last;

  private BareSqlite(Connection connection, String text) throws SQLException {
    this.connection = connection;
    this.text = text;
    try (var statement = connection.createStatement()) {
      for (var pragma : PRAGMAS) {
        statement.execute("PRAGMA " + pragma);
      }
      try (var row = statement.executeQuery("SELECT * FROM messages")) {
        this.first = First.of(row);
      }
    }
    this.last = first.id();
    this.begin = connection.prepareStatement("BEGIN IMMEDIATE");
    this.insert = connection.prepareStatement(INSERT);
    this.countReceived = connection.prepareStatement(COUNT_RECEIVED);
    this.countSent = connection.prepareStatement(COUNT_SENT);
    this.countAll = connection.prepareStatement(COUNT_ALL);
    this.commit = connection.prepareStatement("COMMIT");
  }

  /// The message that is there already; all others are like it.
  private record First(long id, long conversation, long sender, long receiver) {
    static First of(ResultSet row) throws SQLException {
      return new First(
          row.getLong("id"),
          row.getLong("conversation"),
          row.getLong("sender"),
          row.getLong("receiver"));
    }
  }

  /// Opens one in an empty folder.
  static BareSqlite in(Path folder, String text) throws IOException {
    makeFirst(folder, text);
    try {
      var url = "jdbc:sqlite:" + folder.resolve("kabar.db");
      return new BareSqlite(DriverManager.getConnection(url), text);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  @Override
  public void commit(int count) throws IOException {
    try {
      begin.executeUpdate();
      for (int i = 0; i < count; i++) {
        insert();
      }
      count(count);
      commit.executeUpdate();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private void insert() throws SQLException {
    last++;
    insert.setLong(1, last);
    insert.setLong(2, first.conversation());
    insert.setLong(3, first.sender());
    insert.setLong(4, first.receiver());
    insert.setLong(5, last);
    insert.setString(6, text);
    insert.setLong(7, Instant.now().toEpochMilli() * 1_000_000);
    insert.executeUpdate();
  }

  private void count(int count) throws SQLException {
    countReceived.setLong(1, last);
    countReceived.setLong(2, count);
    countReceived.setLong(3, first.conversation());
    countReceived.executeUpdate();
    countSent.setLong(1, last);
    countSent.setLong(2, first.sender());
    countSent.setLong(3, first.receiver());
    countSent.executeUpdate();
    countAll.setLong(1, last);
    countAll.setLong(2, count);
    countAll.executeUpdate();
  }

  /// Has our store make the database, with a message, so that its conversation is there.
  private static void makeFirst(Path folder, String text) {
    var store = new StoreAppender(folder, text);
    store.append(() -> {});
    // Completes what was begun.
    store.close();
  }

  private static BenchException failed(SQLException e) {
    return new BenchException("bare SQLite: " + e.getMessage());
  }
}
