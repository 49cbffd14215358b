package kabar.store.sqlite;

import java.sql.SQLException;
import kabar.api.store.StoreException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What SQLite's errors mean to somebody who has to do something about them.
final class Explanation {
  /// The extended codes tell details in the bits above.
  private static final int PRIMARY = 0xff;

  private Explanation() {}

  static StoreException of(SQLException e) {
    var code =
        e instanceof SQLiteException failure
            ? SQLiteErrorCode.getErrorCode(failure.getResultCode().code & PRIMARY)
            : SQLiteErrorCode.UNKNOWN_ERROR;
    return new StoreException(advice(code) + " (" + e.getMessage() + ")", e);
  }

  private static String advice(SQLiteErrorCode code) {
    return switch (code) {
      case SQLITE_FULL -> "the disk is full, or the database has its max-size: make room";
      case SQLITE_IOERR -> "the disk fails: look at the system's log";
      case SQLITE_CORRUPT -> "the database is damaged: restore a backup";
      case SQLITE_NOTADB ->
          "the file is no database, or its beginning is damaged: move it away, or restore a backup";
      case SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM ->
          "the database cannot be opened or written: see to its owner and mode";
      case SQLITE_BUSY, SQLITE_LOCKED -> "another program holds the database: end it";
      default -> "the database failed";
    };
  }
}
