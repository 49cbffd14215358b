package kabar.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import kabar.api.store.Change;
import kabar.api.store.Cursor;
import kabar.api.store.Message;
import kabar.api.store.Page;
import kabar.api.store.Replay;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What is promised of replays and cursors.
abstract class ReplayPromises {
  private static final Comparator<Message> BY_ID = Comparator.comparingLong(Message::id);
  private static final Comparator<Change> BY_POSITION = Comparator.comparingLong(Change::position);

  private final StoreContract contract;

  ReplayPromises(StoreContract contract) {
    this.contract = contract;
  }

  @Test
  @DisplayName("A replay brings all that came after a cursor, in commit order, each once.")
  void replaysWhatCameAfter() {
    Seed.run(
        random -> {
          var cursors = new ArrayList<Cursor>();
          var stored = new ArrayList<Message>();
          for (var message : Sample.messages(random, 100)) {
            cursors.add(contract.store().cursor());
            stored.add(contract.stored(message));
          }
          cursors.add(contract.store().cursor());

          for (int i = 0; i < cursors.size(); i++) {
            var user = Sample.user(random);
            assertThat(replayAll(random, user, cursors.get(i)))
                .as("what %s may see from %d on", user, i)
                .isEqualTo(visible(stored.subList(i, stored.size()), user));
          }
        });
  }

  @Test
  @DisplayName("A replay page by page misses nothing that is stored meanwhile.")
  void missesNothing() {
    Seed.run(
        random -> {
          var start = contract.store().cursor();
          var seeds = random.longs(Crowd.SIZE).toArray();
          Queue<Message> stored = new ConcurrentLinkedQueue<>();
          CompletableFuture<Void> writers =
              Crowd.start(
                  number ->
                      stored.addAll(
                          contract.stored(Sample.messages(new Random(seeds[number]), 2_000))));

          var replayed = replayUntil(writers::isDone, random, "pele", start);

          Outcome.of(writers);
          assertThat(replayed).isSortedAccordingTo(BY_POSITION);
          assertThat(replayed).isEqualTo(visible(stored.stream().sorted(BY_ID).toList(), "pele"));
        });
  }

  @Test
  @DisplayName("A cursor of another store, or from ahead, is answered with a reset.")
  void resets() {
    contract.stored(Sample.messages("messi", "pele", 3));
    var store = contract.store();
    var now = store.cursor();
    var other = contract.openEmpty().cursor();

    var here = Outcome.of(store.replay("pele", now, 9));
    var ahead = new Cursor(now.incarnation(), now.position() + 1);
    var farAhead = new Cursor(now.incarnation(), 999_999_999_999_999_999L);
    var elsewhere = new Cursor(other.incarnation(), now.position());

    assertThat(here).isEqualTo(new Replay.Continued(new Page<>(List.of(), false), now));
    assertThat(List.of(ahead, farAhead, other, elsewhere))
        .map(cursor -> Outcome.of(store.replay("pele", cursor, 9)))
        .containsOnly(new Replay.Reset(now));
  }

  static Replay.Continued continued(Replay replay) {
    assertThat(replay).isInstanceOf(Replay.Continued.class);
    return (Replay.Continued) replay;
  }

  private List<Change> replayAll(Random random, String user, Cursor start) {
    return replayUntil(() -> true, random, user, start);
  }

  /// Replays page by page until the writers are done and nothing more comes. Small pages lie behind
  /// the writers, large ones end where they are writing.
  private List<Change> replayUntil(BooleanSupplier done, Random random, String user, Cursor start) {
    var all = new ArrayList<Change>();
    var cursor = start;
    boolean goOn;
    do {
      boolean isLast = done.getAsBoolean();
      int limit = random.nextInt(4) == 0 ? 1 + random.nextInt(9) : 10_000;
      var replay = continued(Outcome.of(contract.store().replay(user, cursor, limit)));
      var page = replay.page();
      assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
      assertThat(page.items().isEmpty() && page.more()).as("more, yet nothing came").isFalse();
      all.addAll(page.items());
      cursor = replay.cursor();
      goOn = page.more() || !isLast;
    } while (goOn);
    return all;
  }

  private static List<Change> visible(List<Message> messages, String user) {
    return messages.stream()
        .filter(it -> it.from().equals(user) || it.to().equals(user))
        .<Change>map(Change.Sent::new)
        .toList();
  }
}
