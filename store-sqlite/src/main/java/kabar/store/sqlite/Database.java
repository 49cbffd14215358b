package kabar.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Properties;
import java.util.Set;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/// A database file, and how it is opened.
final class Database {
  /// The file of a store in its folder.
  static final String NAME = "kabar.db";

  private static final int BUSY_MILLIS = 5_000;
  private static final int KILOBYTES = 1_024;

  /// After so many pages of log they are copied into the file: 4 MB.
  private static final int CHECKPOINT_PAGES = 4_000;

  /// The log is cut back to this when it was longer for a while.
  private static final int LOG_BYTES = 16 << 20;

  private final Path file;
  private final SqliteOptions options;
  private final Damage damage;

  Database(Path file, SqliteOptions options, Damage damage) {
    this.file = file;
    this.options = options;
    this.damage = damage;
  }

  /// Makes an empty file that only its owner may read; SQLite gives its other files the same mode.
  static void create(Path file) throws IOException {
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Files.newByteChannel(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)
        .close();
  }

  /// A connection to a file that nobody changes: nothing is written, not even beside it.
  static Sql unchanging(Path file, Damage damage) throws SQLException {
    return open(url(file) + "?immutable=1", readOnly(), damage);
  }

  /// A connection that has the file for itself, and keeps no log beside it.
  static Sql alone(Path file, Damage damage) throws SQLException {
    var sql = open(url(file), config(), damage);
    try {
      sql.run("PRAGMA journal_mode = DELETE", "PRAGMA synchronous = FULL");
      return sql;
    } catch (SQLException e) {
      sql.close();
      throw e;
    }
  }

  Path file() {
    return file;
  }

  /// The log, which SQLite deletes when everything is closed in peace.
  Path log() {
    return file.resolveSibling(file.getFileName() + "-wal");
  }

  /// The connection that is to write: it has changed nothing yet.
  Sql writer() throws SQLException {
    return cached(open(url(file), config(), damage), options.cacheMegabytes() * KILOBYTES);
  }

  /// Makes a connection one that writes, and whose commits are on disk when they return.
  void beginWriting(Sql sql) throws SQLException {
    sql.run(
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = FULL",
        "PRAGMA foreign_keys = ON",
        "PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES,
        "PRAGMA journal_size_limit = " + LOG_BYTES);
    if (options.maxMegabytes() > 0) {
      long pages = options.maxMegabytes() * 1_048_576L / sql.number("PRAGMA page_size");
      sql.run("PRAGMA max_page_count = " + pages);
    }
  }

  /// A connection that only reads.
  Sql reader() throws SQLException {
    return cached(open(url(file), readOnly(), damage), options.cacheMegabytes() * KILOBYTES / 4);
  }

  private static Sql cached(Sql sql, int kilobytes) throws SQLException {
    sql.run("PRAGMA cache_size = -" + kilobytes);
    return sql;
  }

  private static Sql open(String url, SQLiteConfig config, Damage damage) throws SQLException {
    var sql = new Sql(JDBC.createConnection(url, config.toProperties()), damage);
    sql.run(
        "PRAGMA trusted_schema = OFF", "PRAGMA cell_size_check = ON", "PRAGMA temp_store = MEMORY");
    return sql;
  }

  private static SQLiteConfig config() {
    var config = new SQLiteConfig(new Properties());
    // A connection is never used by two threads at once.
    config.setOpenMode(SQLiteOpenMode.NOMUTEX);
    config.setBusyTimeout(BUSY_MILLIS);
    return config;
  }

  private static SQLiteConfig readOnly() {
    var config = config();
    config.setReadOnly(true);
    return config;
  }

  /// As a URI, so that no character of a path means anything to the driver.
  private static String url(Path file) {
    return JDBC.PREFIX + "file:" + file.toUri().getRawPath();
  }
}
