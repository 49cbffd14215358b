package kabar.testkit.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import kabar.api.store.Message;
import kabar.api.store.Progress;
import kabar.api.store.StoreMaintenance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What is promised of the care of an open store.
abstract class MaintenancePromises {
  private final StoreContract contract;

  MaintenancePromises(StoreContract contract) {
    this.contract = contract;
  }

  @BeforeEach
  void requireMaintenance() {
    assumeTrue(contract.store().maintenance().isPresent(), "this store has no maintenance");
  }

  @Test
  @DisplayName("A backup holds all that was committed before it began, and half of nothing.")
  void backsUpOneMoment() {
    var before = contract.stored(Sample.messages("messi", "pele", 200));
    var committed = new AtomicLong();
    CompletableFuture<Void> writers =
        Crowd.start(
            number ->
                Sample.messages("user" + number, "pele", 500)
                    .forEach(it -> committed.set(contract.stored(it).id())));
    long least = committed.get();

    var restored = contract.restore(contract.backUp());

    var log = Outcome.of(restored.log(0, 10_000)).items();
    Outcome.of(writers);
    var all = Outcome.of(contract.store().log(0, 10_000)).items();
    assertThat(log).startsWith(before.toArray(new Message[0]));
    assertThat(log).isEqualTo(all.subList(0, log.size()));
    assertThat(log.getLast().id()).isGreaterThanOrEqualTo(least);
  }

  @Test
  @DisplayName("A backup leaves a file that is there alone and fails.")
  void overwritesNothing() {
    var folder = contract.emptyFolder();
    var file = Folders.write(folder.resolve("backup"), "precious".getBytes(UTF_8));

    assertThatThrownBy(() -> maintenance().backup(file, Progress.IGNORED))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString());

    assertThat(file).hasContent("precious");
    assertThat(Folders.filesOf(folder)).containsOnlyKeys("backup");
  }

  @Test
  @DisplayName("A backup that fails leaves no file.")
  void leavesNoHalfBackup() {
    contract.stored(Sample.messages("messi", "pele", 200));
    var folder = contract.emptyFolder();
    var nowhere = folder.resolve("no such folder").resolve("backup");
    var stop = new IllegalStateException("stopped by the test");
    Progress stopping =
        (_, _) -> {
          throw stop;
        };

    assertThatThrownBy(() -> maintenance().backup(nowhere, Progress.IGNORED))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> maintenance().backup(folder.resolve("backup"), stopping))
        .isSameAs(stop);

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  @DisplayName("A store that nobody damaged is sound, and its counts are right.")
  void isSound() {
    Seed.run(
        random -> {
          Population.settle(contract.store(), random);
          var told = new AtomicLong();

          var verification =
              maintenance()
                  .verify(
                      (done, total) -> {
                        assertThat(done).isBetween(told.getAndSet(done), total);
                      });

          assertThat(verification.faults()).isEmpty();
          assertThat(verification.counts()).containsAllEntriesOf(Contents.counts(contract.store()));
        });
  }

  @Test
  @DisplayName("The first thing that takes room is the whole, and none takes more.")
  void tellsItsSize() {
    contract.stored(Sample.messages("messi", "pele", 200));

    var usage = maintenance().usage();

    assertThat(usage.firstEntry().getValue()).isPositive();
    assertThat(usage.values())
        .allSatisfy(it -> assertThat(it).isBetween(0L, usage.firstEntry().getValue()));
  }

  private StoreMaintenance maintenance() {
    return contract.store().maintenance().orElseThrow();
  }
}
