package kabar.testkit.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import kabar.api.store.Progress;
import kabar.api.store.Replay;
import kabar.api.store.StoreBackups;
import kabar.api.store.StoreException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What is promised of backups.
abstract class BackupPromises {
  private final StoreContract contract;

  BackupPromises(StoreContract contract) {
    this.contract = contract;
  }

  @BeforeEach
  void requireBackups() {
    assumeTrue(contract.provider().backups().isPresent(), "these stores have no backups");
  }

  @Test
  @DisplayName("A backup that nobody damaged is sound, and has the counts of its store.")
  void isSound() throws IOException {
    Population.settle(contract.store(), new Random(7));
    var counts = Contents.counts(contract.store());
    var folder = contract.emptyFolder();
    var file = contract.backUp(folder);
    var bytes = Folders.read(file);
    contract.stored(Sample.message("messi", "pele", "later"));

    var verification = backups().verify(file, Progress.IGNORED);

    assertThat(verification.faults()).isEmpty();
    assertThat(verification.counts()).containsAllEntriesOf(counts);
    assertThat(file).hasBinaryContent(bytes);
    assertThat(Folders.filesOf(folder)).hasSize(1);
  }

  @Test
  @DisplayName("A file that is no backup is told to be none.")
  void refusesOtherFiles() {
    var folder = contract.emptyFolder();
    var noise = new byte[100_000];
    new Random(7).nextBytes(noise);
    for (var bytes : List.of(new byte[0], "hello\n".getBytes(UTF_8), noise)) {
      var file = Folders.write(folder.resolve("file"), bytes);

      assertThatThrownBy(() -> backups().verify(file, Progress.IGNORED))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining(file.toString());

      assertThat(file).hasBinaryContent(bytes);
      assertThat(Folders.filesOf(folder)).hasSize(1);
    }
    assertThatThrownBy(() -> backups().verify(folder.resolve("missing"), Progress.IGNORED))
        .isInstanceOf(IOException.class);
  }

  @Test
  @DisplayName(
      "A restored store has all accounts, messages and markers of the backup, where they were, and"
          + " another incarnation.")
  void restoresEverything() {
    Seed.run(
        random -> {
          Population.settle(contract.store(), random);
          var contents = Contents.of(contract.store());

          var restored = contract.restore(contract.backUp());

          assertThat(Contents.of(restored).withoutSessionsAndInvites())
              .isEqualTo(contents.withoutSessionsAndInvites());
          var cursor = contract.store().cursor();
          assertThat(restored.cursor().incarnation()).isNotEqualTo(cursor.incarnation());
          assertThat(Outcome.of(restored.replay("pele", cursor, 9)))
              .isEqualTo(new Replay.Reset(restored.cursor()));
        });
  }

  @Test
  @DisplayName(
      "A restore ends all sessions and invites: some may have ended or been used since the backup.")
  void endsSessionsAndInvites() {
    Population.settle(contract.store(), new Random(7));
    assertThat(Outcome.of(contract.store().sessions("messi"))).isNotEmpty();
    assertThat(Outcome.of(contract.store().invites())).isNotEmpty();

    var restored = contract.restore(contract.backUp());

    assertThat(Outcome.of(restored.sessions("messi"))).isEmpty();
    assertThat(Outcome.of(restored.session(Sample.session("desk", "messi").token()))).isEmpty();
    assertThat(Outcome.of(restored.invites())).isEmpty();
    assertThat(Contents.counts(restored)).containsEntry("sessions", 0L);
  }

  @Test
  @DisplayName(
      "A restore into a folder that is not empty, or of a damaged backup, changes nothing.")
  void restoresAllOrNothing() {
    contract.stored(Sample.messages("messi", "pele", 500));
    var file = contract.backUp();
    var full = contract.emptyFolder();
    Folders.write(full.resolve("notes.txt"), "precious".getBytes(UTF_8));
    assertThatThrownBy(() -> backups().restore(file, full, Progress.IGNORED))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(full.toString());
    assertThat(Folders.filesOf(full)).containsOnlyKeys("notes.txt");

    var bytes = Folders.read(file);
    for (var damaged : List.of(Arrays.copyOf(bytes, bytes.length / 2), overwritten(bytes))) {
      var other = Folders.write(contract.emptyFolder().resolve("backup"), damaged);
      var empty = contract.emptyFolder();

      assertThatThrownBy(() -> backups().restore(other, empty, Progress.IGNORED))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining(other.toString());

      assertThat(empty).isEmptyDirectory();
      assertThat(other).hasBinaryContent(damaged);
    }
  }

  /// The same with its middle third made unreadable.
  private static byte[] overwritten(byte[] bytes) {
    var damaged = bytes.clone();
    Arrays.fill(damaged, bytes.length / 3, bytes.length * 2 / 3, (byte) 0xA5);
    return damaged;
  }

  private StoreBackups backups() {
    return contract.provider().backups().orElseThrow();
  }
}
