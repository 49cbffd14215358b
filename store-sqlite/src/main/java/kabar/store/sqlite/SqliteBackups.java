package kabar.store.sqlite;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import kabar.api.store.Progress;
import kabar.api.store.StoreBackups;
import kabar.api.store.StoreException;
import kabar.api.store.Verification;

/// Backups are databases like the store's own, in one file. One of an older version is never
/// changed: a copy is brought up to date.
final class SqliteBackups implements StoreBackups {
  private static final long HALF = 500;

  private final Schema schema;

  SqliteBackups(Schema schema) {
    this.schema = schema;
  }

  @Override
  public Verification verify(Path file, Progress progress) throws IOException {
    requireFile(file);
    try (var sql = Database.unchanging(file, new Damage())) {
      int version = schema.versionOf(sql);
      if (version == 0) {
        throw new StoreException("it is empty");
      }
      return version == schema.version()
          ? new Verifier(sql, progress).verify()
          : verifyUpgraded(sql, version, progress);
    } catch (SQLException e) {
      throw noBackup(file, Explanation.of(e));
    } catch (StoreException e) {
      throw noBackup(file, e);
    }
  }

  @Override
  public void restore(Path file, Path folder, Progress progress) throws IOException {
    requireEmpty(folder);
    var verification = verify(file, (done, total) -> progress.at(HALF * done / total, 2 * HALF));
    if (!verification.isSound()) {
      throw noBackup(file, new StoreException(verification.faults().getFirst()));
    }
    var part = folder.resolve(Database.NAME + ".part");
    try (var sql = Database.unchanging(file, new Damage())) {
      Copies.write(sql, part, (done, total) -> progress.at(HALF + HALF * done / total, 2 * HALF));
      beginAnew(part);
      Copies.sync(part);
      Files.move(part, folder.resolve(Database.NAME));
      Copies.sync(folder);
    } catch (SQLException e) {
      throw Explanation.of(e);
    } finally {
      Copies.deleteAll(part);
    }
  }

  /// An upgrade leaves damaged what was damaged before.
  private Verification verifyUpgraded(Sql old, int version, Progress progress)
      throws IOException, SQLException {
    var scratch = Files.createTempDirectory("kabar-backup");
    var copy = scratch.resolve(Database.NAME);
    try {
      Copies.write(old, copy, Progress.IGNORED);
      try (var sql = Database.alone(copy, new Damage())) {
        schema.upgrade(sql, version);
        return new Verifier(sql, progress).verify();
      }
    } finally {
      Copies.deleteAll(copy);
      Files.delete(scratch);
    }
  }

  /// Leaves nothing that may have ended or been used since the backup, and makes old cursors void.
  private void beginAnew(Path part) throws SQLException {
    try (var sql = Database.alone(part, new Damage())) {
      schema.upgrade(sql, schema.versionOf(sql));
      sql.run("BEGIN IMMEDIATE", "DELETE FROM sessions", "DELETE FROM invites");
      Standing.read(sql).reborn().write(sql);
      sql.run("COMMIT");
    }
  }

  private static void requireFile(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString(), null, "expected a file");
    }
  }

  private static void requireEmpty(Path folder) throws IOException {
    try (var files = Files.newDirectoryStream(folder)) {
      if (files.iterator().hasNext()) {
        throw new DirectoryNotEmptyException(folder.toString());
      }
    }
  }

  private static StoreException noBackup(Path file, StoreException why) {
    return new StoreException(
        "'%s' is no backup that can be used: %s".formatted(file, why.getMessage()), why);
  }
}
