package kabar.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kabar.api.Settings;
import kabar.api.SettingsException;
import kabar.api.store.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OpeningTest {
  @TempDir private Path folder;

  @Test
  void writesOnlyWhatIsOnDiskBeforeItIsAnswered() throws SQLException {
    try (var store = Stores.open(folder)) {
      var sql = store.writerConnection();

      // 2 is FULL: with less SQLite answers before the log is synced.
      assertThat(sql.number("PRAGMA synchronous")).isEqualTo(2);
      assertThat(sql.texts("PRAGMA journal_mode")).containsExactly("wal");
      assertThat(sql.number("PRAGMA foreign_keys")).isEqualTo(1);
      assertThat(sql.number("PRAGMA trusted_schema")).isZero();
    }
  }

  @Test
  void makesFilesForTheirOwnerAlone() throws IOException {
    try (var store = Stores.open(folder)) {
      Stores.send(store, Stores.message("messi", "pele", "hey"));

      try (var files = Files.list(folder)) {
        assertThat(files.toList())
            .extracting(it -> it.getFileName().toString())
            .containsExactlyInAnyOrder("kabar.db", "kabar.db-wal", "kabar.db-shm", "kabar.db.lock");
      }
      try (var files = Files.list(folder)) {
        assertThat(files.toList()).allMatch(it -> mode(it).equals("rw-------"));
      }
    }
  }

  @Test
  void leavesOneFileAndTheLockWhenItIsClosed() throws IOException {
    Stores.open(folder).close();

    try (var files = Files.list(folder)) {
      assertThat(files.map(it -> it.getFileName().toString()))
          .containsExactlyInAnyOrder("kabar.db", "kabar.db.lock");
    }
  }

  @Test
  void opensInAFolderWhoseNameMeansSomethingInAUrl() throws IOException {
    var odd = Files.createDirectory(folder.resolve("a?mode=memory&b #c%20d é"));

    try (var store = Stores.open(odd)) {
      Stores.send(store, Stores.message("messi", "pele", "hey"));
    }

    assertThat(odd.resolve("kabar.db")).isNotEmptyFile();
  }

  @Test
  void belongsToOneStoreUntilThatIsClosed() {
    try (var first = Stores.open(folder)) {
      assertThat(first.cursor().position()).isZero();
      refuses("is in use: end the program that has it open");
    }

    Stores.open(folder).close();
  }

  @Test
  void refusesAFolderThatCannotBeWritten() {
    // Nobody can make a file there, not even root.
    assertThatThrownBy(() -> Stores.open(Path.of("/proc/self/fdinfo")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("the store in '/proc/self/fdinfo' cannot be opened")
        .hasMessageContaining("cannot be written");
  }

  @Test
  void refusesASettingThatCannotBeUsed() {
    assertThatThrownBy(() -> Stores.open(folder, Map.of("batch", "0")))
        .isInstanceOf(SettingsException.class)
        .hasMessage("store.sqlite.batch: cannot use '0' (expected a whole number, 1..10000)");
  }

  @Test
  void refusesTheDatabaseOfAnotherProgramAndLeavesIt() throws Exception {
    try (var sql = Database.alone(file(), new Damage())) {
      sql.run("CREATE TABLE theirs (x)");
    }
    var before = Files.readAllBytes(file());

    refuses("the file is a database of another program, not of kabard");

    assertThat(file()).hasBinaryContent(before);
  }

  @Test
  void refusesAFileThatIsNoDatabase() throws IOException {
    var bytes = "this is no database, but long enough to be looked at as one".repeat(100);
    Files.writeString(file(), bytes);

    refuses("the file is no database, or its beginning is damaged: move it away");

    assertThat(file()).hasContent(bytes);
  }

  @Test
  void refusesTheDatabaseOfANewerKabardAndLeavesIt() throws Exception {
    Stores.open(folder).close();
    try (var sql = Database.alone(file(), new Damage())) {
      sql.run("PRAGMA user_version = 99");
    }
    var before = Files.readAllBytes(file());

    refuses("the database has schema 99, of a newer kabard (this one knows up to 2): use that one");

    assertThat(file()).hasBinaryContent(before);
  }

  @Test
  void upgradesAnOlderDatabaseAndKeepsACopy() throws IOException, SQLException {
    try (var store = Stores.open(folder)) {
      Stores.send(store, Stores.message("messi", "pele", "hey"));
    }

    try (var store = new SqliteStoreProvider(next()).open(folder, Settings.none())) {
      assertThat(Stores.answer(store.inbox("pele", Stores.newest())).items()).hasSize(1);
    }

    var copy = folder.resolve("kabar.db.schema-2");
    assertThat(mode(copy)).isEqualTo("rw-------");
    assertThat(version(file())).isEqualTo(3);
    assertThat(version(copy)).isEqualTo(2);
    refuses("has schema 3, of a newer kabard");
  }

  @Test
  void leavesADatabaseAsItWasWhoseUpgradeFails() throws SQLException {
    Stores.open(folder).close();
    var broken = followedBy("CREATE TABLE half (x)", "CREATE TABLE messages (x)");

    var provider = new SqliteStoreProvider(broken);
    assertThatThrownBy(() -> provider.open(folder, Settings.none()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("table messages already exists");

    assertThat(version(file())).isEqualTo(2);
    Stores.open(folder).close();
  }

  @Test
  void findsWhatWasAnsweredBeforeAKill() throws IOException {
    var killed = folder.resolve("killed");
    try (var store = Stores.open(folder)) {
      Stores.send(store, "messi", "pele", 500);
      copyAsAfterAKill(killed);
    }

    try (var store = Stores.open(killed)) {
      assertThat(Stores.answer(store.inbox("pele", Stores.newest())).items()).hasSize(500);
    }
  }

  @Test
  void looksThroughTheFileAfterAKill() throws IOException {
    try (var store = Stores.open(folder)) {
      Stores.send(store, "messi", "pele", 500);
    }
    spoilAPage();
    var killed = folder.resolve("killed");
    try (var store = Stores.open(folder)) {
      Stores.answer(store.addAccount(Stores.account("messi")));
      copyAsAfterAKill(killed);
    }

    assertThatThrownBy(() -> Stores.open(killed))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("the database is damaged: restore a backup");
  }

  private static Schema next() {
    return followedBy("CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT");
  }

  private static Schema followedBy(String... statements) {
    return new Schema(
        Stream.concat(Schema.CURRENT.steps().stream(), Stream.of(Schema.Step.of(statements)))
            .toList());
  }

  private void refuses(String expected) {
    assertThatThrownBy(() -> Stores.open(folder))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("the store in '%s'".formatted(folder))
        .hasMessageContaining(expected);
  }

  private static long version(Path file) throws SQLException {
    try (var sql = Database.unchanging(file, new Damage())) {
      return sql.number("PRAGMA user_version");
    }
  }

  /// What is on the disk while a store is open is what a killed one leaves.
  private void copyAsAfterAKill(Path target) throws IOException {
    Files.createDirectory(target);
    for (var name : List.of("kabar.db", "kabar.db-wal")) {
      Files.copy(folder.resolve(name), target.resolve(name));
    }
  }

  /// Overwrites the header of the root page of an index that appends of accounts do not read.
  private void spoilAPage() throws IOException {
    int page;
    try (var sql = Database.unchanging(file(), new Damage())) {
      page =
          (int) sql.number("SELECT rootpage FROM sqlite_schema WHERE name = 'messages_of_sender'");
    } catch (SQLException e) {
      throw new IOException(e);
    }
    var bytes = Files.readAllBytes(file());
    bytes[(page - 1) * 4_096 + 3] ^= 0x40;
    Files.write(file(), bytes);
  }

  private Path file() {
    return folder.resolve(Database.NAME);
  }

  private static String mode(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
