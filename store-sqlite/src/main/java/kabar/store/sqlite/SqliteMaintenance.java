package kabar.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import kabar.api.store.Progress;
import kabar.api.store.StoreException;
import kabar.api.store.StoreMaintenance;
import kabar.api.store.Verification;

/// The care of an open store, over connections of its own. While a copy or a check goes on, the log
/// grows with what is written meanwhile.
final class SqliteMaintenance implements StoreMaintenance {
  private final Database database;

  SqliteMaintenance(Database database) {
    this.database = database;
  }

  @Override
  public void backup(Path file, Progress progress) throws IOException {
    try (var sql = database.reader()) {
      Copies.write(sql, file, progress);
    } catch (SQLException e) {
      throw Explanation.of(e);
    }
  }

  @Override
  public Verification verify(Progress progress) {
    try (var sql = database.reader()) {
      return new Verifier(sql, progress).verify();
    } catch (SQLException e) {
      throw Explanation.of(e);
    }
  }

  /// The whole, the file, what of it is free for new rows, and the log.
  @Override
  public SequencedMap<String, Long> usage() {
    try (var sql = database.reader()) {
      long file = Files.size(database.file());
      long log = Files.exists(database.log()) ? Files.size(database.log()) : 0;
      var usage = new LinkedHashMap<String, Long>();
      usage.put("all", file + log);
      usage.put("database", file);
      usage.put("free", sql.number("PRAGMA freelist_count") * sql.number("PRAGMA page_size"));
      usage.put("log", log);
      return usage;
    } catch (SQLException e) {
      throw Explanation.of(e);
    } catch (IOException e) {
      throw new StoreException("the size of the database cannot be told: " + e.getMessage(), e);
    }
  }
}
