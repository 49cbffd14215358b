package kabar.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import kabar.api.store.Progress;
import kabar.api.store.StoredSession;
import kabar.api.store.TokenHash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Databases of older versions, as those wrote them.
class UpgradeTest {
  private static final Schema FIRST = new Schema(Schema.CURRENT.steps().subList(0, 1));

  @TempDir private Path folder;

  @BeforeEach
  void writeTheFirstVersion() throws SQLException {
    try (var sql = Database.alone(file(), new Damage())) {
      FIRST.upgrade(sql, 0);
      insert(sql, 1, Stores.session("desk", "messi"));
      insert(sql, 2, Stores.session("phone", "messi"));
      insert(sql, 3, Stores.session("car", "pele"));
      Standing.read(sql).withSessions(3).write(sql);
    }
  }

  @Test
  void keepsTheSessionsOfTheFirstVersionAndBindsNoneToAnAddress() {
    try (var store = Stores.open(folder)) {
      assertThat(Stores.answer(store.sessions("messi")))
          .containsExactly(Stores.session("desk", "messi"), Stores.session("phone", "messi"))
          .allSatisfy(it -> assertThat(it.boundTo()).isEmpty());

      var use = Stores.use(Stores.AT.plusSeconds(9));
      assertThat(Stores.answer(store.useSession(TokenHash.of("desk"), use))).isTrue();
      assertThat(Stores.answer(store.removeSession(TokenHash.of("phone")))).isTrue();

      assertThat(Stores.answer(store.sessions("messi")))
          .containsExactly(Stores.session("desk", "messi").used(use));
    }
    assertThat(faults()).isEmpty();
  }

  @Test
  void leavesADamagedSessionOfTheFirstVersionDamaged() throws SQLException {
    try (var sql = Database.alone(file(), new Damage())) {
      sql.run("UPDATE sessions SET user = 'pelé' WHERE id = 3");
    }

    try (var store = Stores.open(folder)) {
      assertThat(Stores.failure(store.session(TokenHash.of("car"))))
          .hasMessageContaining("session 3 is damaged: its checksum is wrong");
      assertThat(Stores.answer(store.session(TokenHash.of("desk")))).isPresent();
    }
    assertThat(faults()).contains("session 3 is damaged: its checksum is wrong");
  }

  @Test
  void keepsWhatTheFirstVersionWroteInTheCopy() throws SQLException {
    Stores.open(folder).close();

    var copy = folder.resolve("kabar.db.schema-1");
    try (var sql = Database.unchanging(copy, new Damage())) {
      assertThat(sql.number("PRAGMA user_version")).isEqualTo(1);
      assertThat(sql.list(Schema.FIRST_SESSIONS, Schema.FIRST_SESSIONS.select(""), Row::id))
          .containsExactly(1L, 2L, 3L);
    }
  }

  @Test
  void restoresABackupOfTheFirstVersionAndLeavesItAlone() throws Exception {
    var before = Files.readAllBytes(file());
    var backups = new SqliteBackups(Schema.CURRENT);
    var restored = Files.createDirectory(folder.resolve("restored"));

    assertThat(backups.verify(file(), Progress.IGNORED).faults()).isEmpty();
    backups.restore(file(), restored, Progress.IGNORED);

    assertThat(Files.readAllBytes(file())).isEqualTo(before);
    try (var store = Stores.open(restored)) {
      assertThat(Stores.answer(store.sessions("messi"))).as("never restored").isEmpty();
    }
    assertThat(restored).isDirectoryContaining("glob:**/kabar.db");
    assertThat(restored.resolve("kabar.db.schema-1")).doesNotExist();
  }

  @Test
  void refusesADamagedBackupOfTheFirstVersion() throws Exception {
    try (var sql = Database.alone(file(), new Damage())) {
      sql.run("UPDATE sessions SET user = 'pelé' WHERE id = 3");
    }
    var backups = new SqliteBackups(Schema.CURRENT);
    var restored = Files.createDirectory(folder.resolve("restored"));

    assertThat(backups.verify(file(), Progress.IGNORED).faults())
        .contains("session 3 is damaged: its checksum is wrong");
    assertThatThrownBy(() -> backups.restore(file(), restored, Progress.IGNORED))
        .hasMessageContaining("session 3 is damaged");
    assertThat(restored).isEmptyDirectory();
  }

  /// As the first version did.
  private static void insert(Sql sql, long id, StoredSession it) throws SQLException {
    sql.insert(
        Schema.FIRST_SESSIONS.insert(),
        Schema.FIRST_SESSIONS,
        id,
        it.token().hex(),
        it.user(),
        it.device(),
        Times.stored(it.createdAt()),
        Times.stored(it.lastUse().at()),
        it.lastUse().transport(),
        it.lastUse().address());
  }

  private List<String> faults() {
    try (var store = Stores.open(folder)) {
      return store.maintenance().orElseThrow().verify(Progress.IGNORED).faults();
    }
  }

  private Path file() {
    return folder.resolve(Database.NAME);
  }
}
