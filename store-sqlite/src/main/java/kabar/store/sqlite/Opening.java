package kabar.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import kabar.api.store.Progress;
import kabar.api.store.StoreException;

/// The parts of a store, opened: if one cannot be had, the others are let go.
///
/// @param known the names that all connections know
/// @param isUnchecked whether the file is still to be checked after an unclean stop
record Opening(
    SqliteOptions options,
    Database database,
    Damage damage,
    Names.Known known,
    FolderLock lock,
    Ledger ledger,
    boolean isUnchecked) {
  private static final System.Logger LOG = System.getLogger(Opening.class.getName());

  /// @throws StoreException if what is in the folder cannot be opened
  static Opening of(Path folder, SqliteOptions options, Schema schema) {
    try {
      var lock = FolderLock.take(folder);
      try {
        return of(folder, options, schema, lock);
      } catch (SQLException | IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (SQLException e) {
      throw refused(folder, Explanation.of(e));
    } catch (StoreException e) {
      throw refused(folder, e);
    } catch (IOException e) {
      var why = "'%s' cannot be written: give it to the user of kabard".formatted(e.getMessage());
      throw refused(folder, new StoreException(why, e));
    }
  }

  private static Opening of(Path folder, SqliteOptions options, Schema schema, FolderLock lock)
      throws SQLException, IOException {
    var damage = new Damage();
    var known = new Names.Known();
    var database = new Database(folder.resolve(Database.NAME), options, damage);
    if (!Files.exists(database.file())) {
      Database.create(database.file());
    }
    boolean stoppedUncleanly = Files.exists(database.log()) && Files.size(database.log()) > 0;
    var sql = database.writer();
    try {
      prepare(database, sql, schema);
      boolean isUnchecked = stoppedUncleanly && !QuickCheck.atOnce(database, sql);
      return new Opening(
          options, database, damage, known, lock, new Ledger(sql, known), isUnchecked);
    } catch (SQLException | IOException | RuntimeException e) {
      sql.close();
      throw e;
    }
  }

  /// Brings the schema up to date. What another program or a newer kabard made stays as it is.
  private static void prepare(Database database, Sql sql, Schema schema)
      throws SQLException, IOException {
    int version = schema.versionOf(sql);
    if (version > 0 && version < schema.version()) {
      keep(database, sql, version);
    }
    database.beginWriting(sql);
    if (version < schema.version()) {
      schema.upgrade(sql, version);
    }
  }

  /// Keeps a copy of a database as an older kabard can use it.
  private static void keep(Database database, Sql sql, int version)
      throws SQLException, IOException {
    var copy = database.file().resolveSibling("%s.schema-%d".formatted(Database.NAME, version));
    if (!Files.exists(copy)) {
      Copies.write(sql, copy, Progress.IGNORED);
    }
    LOG.log(System.Logger.Level.INFO, "the database is upgraded; as it was, it is {0}", copy);
  }

  private static StoreException refused(Path folder, StoreException e) {
    return new StoreException(
        "the store in '%s' cannot be opened: %s".formatted(folder, e.getMessage()), e);
  }
}
