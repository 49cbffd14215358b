package kabar.store.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import kabar.api.store.Progress;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;

/// Copies of a database that is in use, made with SQLite's backup API.
final class Copies {
  private static final int PAGES_AT_ONCE = 100;

  private Copies() {}

  /// Writes all that is committed now into a new file. It has its name when it is whole and on
  /// disk, and not before.
  ///
  /// @param sql a connection that does nothing else meanwhile, with no transaction open
  static void write(Sql sql, Path file, Progress progress) throws IOException, SQLException {
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    var part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    try {
      Database.create(part);
      copy(sql, part, progress);
      sync(part);
      // Without an option this refuses to replace a file that came meanwhile.
      Files.move(part, file);
      sync(parent(file));
    } finally {
      deleteAll(part);
    }
  }

  /// Waits until a file, or the names in a folder, are on disk.
  static void sync(Path path) throws IOException {
    try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  static Path parent(Path file) throws IOException {
    var parent = file.toAbsolutePath().getParent();
    if (parent == null) {
      throw new NoSuchFileException(file.toString());
    }
    return parent;
  }

  /// Deletes a database and what SQLite keeps beside it, as far as they are there.
  static void deleteAll(Path file) throws IOException {
    for (var ending : new String[] {"", "-wal", "-shm", "-journal"}) {
      Files.deleteIfExists(file.resolveSibling(file.getFileName() + ending));
    }
  }

  private static void copy(Sql sql, Path part, Progress progress) throws IOException, SQLException {
    var source = ((SQLiteConnection) sql.connection()).getDatabase();
    // The copy would begin anew with each commit of another connection if this one did not hold on
    // to the state it found first.
    sql.update("BEGIN");
    try {
      sql.number("SELECT count(*) FROM sqlite_schema");
      int code =
          source.backup(
              "main",
              part.toString(),
              (remaining, total) -> progress.at(total - remaining, total),
              0,
              0,
              PAGES_AT_ONCE);
      if (code != SQLiteErrorCode.SQLITE_OK.code) {
        throw new IOException(
            "cannot write '%s': %s".formatted(part, SQLiteErrorCode.getErrorCode(code)));
      }
    } finally {
      sql.update("COMMIT");
    }
  }
}
