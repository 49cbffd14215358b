package kabar.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import kabar.api.store.Marker;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What is promised of markers.
abstract class MarkerPromises {
  private final StoreContract contract;

  MarkerPromises(StoreContract contract) {
    this.contract = contract;
  }

  @Test
  @DisplayName("A marker moves forward only, and is one for each side of a conversation.")
  void movesForward() {
    var stored = contract.stored(Sample.messages("messi", "pele", 100));
    Queue<Marker> answers = new ConcurrentLinkedQueue<>();
    long last = stored.getLast().id();

    Crowd.run(
        number ->
            IntStream.range(0, 100)
                .map(i -> (i * 37 + number) % 100)
                .forEach(i -> answers.add(mark("pele", "messi", stored.get(i).id()))));

    assertThat(
            answers.stream().distinct().sorted(Comparator.comparingLong(Marker::position)).toList())
        .extracting(Marker::upTo)
        .isSorted()
        .doesNotHaveDuplicates()
        .endsWith(last);
    assertThat(mark("pele", "messi", 1).upTo()).isEqualTo(last);
    assertThat(mark("messi", "pele", 0)).isEqualTo(new Marker("messi", "pele", 0, 0));
    assertThat(mark("messi", "pele", stored.get(3).id()).upTo()).isEqualTo(stored.get(3).id());
    assertThat(mark("pele", "messi", 0).upTo()).isEqualTo(last);
  }

  @Test
  @DisplayName("A marker never moves beyond the newest message of its conversation.")
  void staysInItsConversation() {
    var newest = contract.stored(Sample.message("messi", "pele", "hey"));
    var elsewhere = contract.stored(Sample.message("lineker", "pele", "from a third one"));

    assertThat(mark("pele", "messi", elsewhere.id()).upTo()).isEqualTo(newest.id());
    assertThat(mark("pele", "messi", Long.MAX_VALUE).upTo()).isEqualTo(newest.id());

    var reply = contract.stored(Sample.message("pele", "messi", "hello"));
    assertThat(mark("pele", "messi", Long.MAX_VALUE).upTo()).isEqualTo(reply.id());
  }

  @Test
  @DisplayName("A marker that does not move takes no position.")
  void takesNoPositionInVain() {
    var store = contract.store();
    var stored = contract.stored(Sample.messages("messi", "pele", 3));
    var moved = mark("pele", "messi", stored.get(1).id());
    var cursor = store.cursor();

    assertThat(moved).isEqualTo(new Marker("pele", "messi", stored.get(1).id(), cursor.position()));
    for (long upTo : List.of(stored.get(1).id(), stored.get(0).id(), 0L, -1L, Long.MIN_VALUE)) {
      assertThat(mark("pele", "messi", upTo)).isEqualTo(moved);
    }
    assertThat(store.cursor()).isEqualTo(cursor);
    assertThat(contract.stored(Sample.message("messi", "pele", "next")).id())
        .isGreaterThan(moved.position());
  }

  @Test
  @DisplayName("Where there is no conversation, a marker stands at 0.")
  void standsAtZero() {
    var store = contract.store();
    contract.stored(Sample.message("messi", "pele", "hey"));
    var cursor = store.cursor();

    assertThat(mark("pele", "lineker", 1)).isEqualTo(new Marker("pele", "lineker", 0, 0));
    assertThat(mark("nobody", "pele", Long.MAX_VALUE))
        .isEqualTo(new Marker("nobody", "pele", 0, 0));
    assertThat(mark("pele", "pele", 1)).isEqualTo(new Marker("pele", "pele", 0, 0));

    assertThat(store.cursor()).isEqualTo(cursor);
    var first = contract.stored(Sample.message("lineker", "pele", "hello"));
    assertThat(mark("pele", "lineker", first.id()).upTo()).isEqualTo(first.id());
  }

  private Marker mark(String user, String with, long upTo) {
    return Outcome.of(contract.store().mark(user, with, upTo));
  }
}
