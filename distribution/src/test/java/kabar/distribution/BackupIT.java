package kabar.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Backups of a packed server whose store is on disk.
final class BackupIT {
  private static final String PASSWORD = "bumbuRahasia8";
  private static final String ON_DISK = "sqlite";

  @TempDir private Path temporary;

  private Operator operator;
  private Path backup;

  @BeforeEach
  void name() {
    operator = new Operator(temporary, temporary.resolve("data"));
    backup = temporary.resolve("backup");
  }

  @Test
  void aServerIsBackedUpVerifiedAndRestored() throws Exception {
    try (var _ = start(operator)) {
      operator.addUser("messi", PASSWORD);

      assertThat(operator.done("backup", backup.toString())).contains("'" + backup + "'");
      assertThat(operator.done("backup", backup + "2", "--progress")).contains("backup: 100 %");
      assertThat(operator.done("verify")).contains("The store is sound.");
      assertThat(operator.refused("backup", backup.toString())).contains("is there already");
      assertThat(operator.refused("backup", temporary + "/none/backup"))
          .contains("'" + temporary + "/none' is not there");
      assertThat(operator.give("restore", backup.toString(), "--store", ON_DISK))
          .extracting(it -> Operator.sentence(2, it))
          .asString()
          .contains("in use by another kabard");
    }
    assertThat(operator.done("verify", backup.toString(), "--store", ON_DISK))
        .containsPattern("(?m)^accounts +1$")
        .contains("The backup is sound.");

    var restored = new Operator(temporary, temporary.resolve("restored"));
    assertThat(restored.done("restore", backup.toString(), "--store", ON_DISK))
        .containsPattern("(?m)^accounts +1$")
        .contains("Everybody has to log in again.");
    assertThat(restored.refused("restore", backup.toString(), "--store", ON_DISK))
        .contains("is not empty");
    try (var server = start(restored);
        var client = server.connect()) {
      assertThat(client.ask("auth messi " + PASSWORD)).contains("tokenid");
    }
  }

  @Test
  void aDamagedBackupIsRefusedAndNothingRestored() throws Exception {
    try (var _ = start(operator)) {
      operator.addUser("messi", PASSWORD);
      operator.done("backup", backup.toString());
    }
    var bytes = Files.readAllBytes(backup);
    Arrays.fill(bytes, bytes.length / 3, bytes.length * 2 / 3, (byte) 0xA5);
    Files.write(backup, bytes);
    var restored = new Operator(temporary, temporary.resolve("restored"));

    assertThat(restored.give("verify", backup.toString(), "--store", ON_DISK).exitCode())
        .isEqualTo(1);
    assertThat(restored.give("restore", backup.toString(), "--store", ON_DISK).exitCode())
        .isEqualTo(1);
    assertThat(restored.data()).doesNotExist();
    Files.writeString(backup, "no backup");
    assertThat(restored.refused("verify", backup.toString(), "--store", ON_DISK))
        .contains("is no backup");
  }

  private static PackedServer start(Operator operator) throws Exception {
    return PackedServer.launch(
            "--store",
            ON_DISK,
            "--listen",
            "tcp://127.0.0.1:0",
            "--data",
            operator.data().toString())
        .awaitReady();
  }
}
