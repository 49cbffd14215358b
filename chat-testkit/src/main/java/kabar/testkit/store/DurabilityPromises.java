package kabar.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import kabar.api.store.Append;
import kabar.api.store.Cursor;
import kabar.api.store.Replay;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What is promised of stores that are durable.
abstract class DurabilityPromises {
  private final StoreContract contract;

  DurabilityPromises(StoreContract contract) {
    this.contract = contract;
  }

  @BeforeEach
  void requireDurability() {
    assumeTrue(contract.provider().isDurable(), "this store keeps nothing");
  }

  @Test
  @DisplayName("A durable store has everything when it is opened again, and the same incarnation.")
  void keepsEverything() {
    Seed.run(
        random -> {
          Population.settle(contract.store(), random);
          var cursor = contract.store().cursor();
          var contents = Contents.of(contract.store());
          var counts = Contents.counts(contract.store());

          for (int i = 0; i < 2; i++) {
            var store = contract.reopen();
            assertThat(store.cursor()).isEqualTo(cursor);
            assertThat(Contents.of(store)).isEqualTo(contents);
            assertThat(Contents.counts(store)).isEqualTo(counts);
            assertThat(Outcome.of(store.append(Population.KEYED)))
                .isInstanceOf(Append.Repeated.class);
            assertThat(Outcome.of(store.replay("pele", new Cursor(cursor.incarnation(), 0), 9)))
                .isEqualTo(new Replay.Reset(cursor));
          }
        });
  }

  @Test
  @DisplayName(
      "A durable store goes on counting positions where it stopped, even if all was purged.")
  void goesOnCounting() {
    contract.stored(Sample.messages("messi", "pele", 3));
    var moved = Outcome.of(contract.store().mark("pele", "messi", Long.MAX_VALUE));
    Outcome.of(contract.store().purge(Sample.AT.plusSeconds(1), 9));
    Outcome.of(contract.store().deleteAccount("pele"));

    var store = contract.reopen();

    assertThat(store.cursor().position()).isEqualTo(moved.position());
    assertThat(contract.stored(Sample.message("messi", "pele", "next")).id())
        .isGreaterThan(moved.position());
  }

  @Test
  @DisplayName("A durable store that was not closed loses nothing that it said was stored.")
  void survivesItsProcess() {
    Seed.run(
        random -> {
          Population.settle(contract.store(), random);
          var cursor = contract.store().cursor();
          var contents = Contents.of(contract.store());

          var store = contract.openCopy();

          assertThat(store.cursor()).isEqualTo(cursor);
          assertThat(Contents.of(store)).isEqualTo(contents);
        });
  }
}
