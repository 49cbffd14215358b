package kabar.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import kabar.api.store.StoreException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;

/// Looks through the whole file after a stop that was not clean, with SQLite's `quick_check`: at
/// once where that is quick, and else on a thread beside the work.
final class QuickCheck implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(QuickCheck.class.getName());
  private static final long QUICK_BYTES = 256 << 20;

  private final Database database;
  private final Thread thread = new Thread(this::run, "kabar-sqlite-checker");

  /// Guarded by this.
  private @Nullable Sql sql;

  private boolean closed;

  QuickCheck(Database database) {
    this.database = database;
  }

  /// Checks the file now, if that does not take long. Answers whether it did.
  ///
  /// @throws StoreException if the file is damaged
  static boolean atOnce(Database database, Sql sql) throws SQLException, IOException {
    if (Files.size(database.file()) > QUICK_BYTES) {
      return false;
    }
    LOG.log(System.Logger.Level.INFO, "the last stop was not clean: the database is checked");
    var fault = fault(sql);
    if (!fault.isEmpty()) {
      throw new StoreException("the database is damaged: restore a backup (" + fault + ")");
    }
    return true;
  }

  void start() {
    thread.start();
  }

  @Override
  public void close() throws SQLException {
    synchronized (this) {
      closed = true;
      if (sql != null) {
        ((SQLiteConnection) sql.connection()).getDatabase().interrupt();
      }
    }
    Writer.awaitEnd(thread);
  }

  private void run() {
    LOG.log(System.Logger.Level.INFO, "the last stop was not clean: the database is checked");
    try (var connection = database.reader()) {
      if (begin(connection)) {
        tell(fault(connection));
      }
    } catch (SQLException e) {
      tell(e);
    } finally {
      end();
    }
  }

  private synchronized boolean begin(Sql connection) {
    sql = connection;
    return !closed;
  }

  private synchronized void end() {
    sql = null;
  }

  private static String fault(Sql sql) throws SQLException {
    var first = sql.texts("PRAGMA quick_check(1)").getFirst();
    return first.equals("ok") ? "" : first;
  }

  private static void tell(String fault) {
    if (fault.isEmpty()) {
      LOG.log(System.Logger.Level.INFO, "the database was checked and is sound");
    } else {
      LOG.log(System.Logger.Level.ERROR, "the database is damaged: restore a backup ({0})", fault);
    }
  }

  private synchronized void tell(SQLException e) {
    if (!closed) {
      LOG.log(System.Logger.Level.ERROR, "the database cannot be checked: {0}", e.getMessage());
    }
  }
}
