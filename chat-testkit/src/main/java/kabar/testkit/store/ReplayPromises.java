package kabar.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BinaryOperator;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kabar.api.store.Change;
import kabar.api.store.Cursor;
import kabar.api.store.Marker;
import kabar.api.store.Message;
import kabar.api.store.Page;
import kabar.api.store.Replay;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What is promised of replays and cursors.
abstract class ReplayPromises {
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
          var start = contract.store().cursor();
          var moves = new HashMap<String, Marker>();
          var messages = new ArrayList<Message>();
          for (int i = 0; i < 150; i++) {
            var user = Sample.user(random);
            var with = Sample.user(random);
            messages.add(contract.stored(Sample.message(with, user, "message " + i)));
            var marker = mark(user, with, messages.get(random.nextInt(messages.size())).id());
            moves.put(user + " " + with, marker);
          }

          for (long position = 0; position <= contract.store().cursor().position(); position++) {
            var user = Sample.user(random);
            assertThat(replayAll(random, user, new Cursor(start.incarnation(), position)))
                .as("what %s may see from %d on", user, position)
                .isEqualTo(visible(messages, moves.values(), user, position));
          }
        });
  }

  @Test
  @DisplayName("A replay brings a marker once, where it moved last.")
  void replaysTheLastMove() {
    var store = contract.store();
    var start = store.cursor();
    var first = contract.stored(Sample.message("messi", "pele", "first"));
    mark("pele", "messi", first.id());
    mark("messi", "pele", first.id());
    var second = contract.stored(Sample.message("messi", "pele", "second"));
    var moved = mark("pele", "messi", second.id());
    var third = contract.stored(Sample.message("pele", "lineker", "third"));

    assertThat(replayAll(new Random(1), "pele", start))
        .containsExactly(
            new Change.Sent(first),
            new Change.Sent(second),
            new Change.Read(moved),
            new Change.Sent(third));
    assertThat(replayAll(new Random(1), "lineker", start)).containsExactly(new Change.Sent(third));
  }

  @Test
  @DisplayName("A replay page by page misses nothing that is stored meanwhile.")
  void missesNothing() {
    Seed.run(
        random -> {
          var start = contract.store().cursor();
          var seeds = random.longs(Crowd.SIZE).toArray();
          Queue<Message> stored = new ConcurrentLinkedQueue<>();
          Queue<Marker> moved = new ConcurrentLinkedQueue<>();
          CompletableFuture<Void> writers =
              Crowd.start(
                  number -> {
                    var messages = Sample.messages(new Random(seeds[number]), 200);
                    for (int i = 0; i < 10; i++) {
                      stored.addAll(contract.stored(messages));
                      moved.add(mark("pele", Sample.USERS.get(number), Long.MAX_VALUE));
                    }
                  });

          var replayed = replayUntil(writers::isDone, random, "pele", start);

          Outcome.of(writers);
          assertThat(replayed).isSortedAccordingTo(BY_POSITION);
          assertThat(replayed.stream().filter(Change.Sent.class::isInstance).toList())
              .isEqualTo(visible(List.copyOf(stored), List.of(), "pele", 0));
          assertThat(replayed).containsAll(visible(List.of(), lastMoves(moved), "pele", 0));
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

  private static Collection<Marker> lastMoves(Collection<Marker> markers) {
    BinaryOperator<Marker> later = BinaryOperator.maxBy(Comparator.comparingLong(Marker::position));
    return markers.stream().collect(Collectors.toMap(Marker::with, it -> it, later)).values();
  }

  /// The model: what a user sees of all changes after a position.
  private static List<Change> visible(
      List<Message> messages, Collection<Marker> markers, String user, long after) {
    Stream<Change> sent =
        messages.stream()
            .filter(it -> it.from().equals(user) || it.to().equals(user))
            .map(Change.Sent::new);
    Stream<Change> read =
        markers.stream().filter(it -> it.user().equals(user)).map(Change.Read::new);
    return Stream.concat(sent, read)
        .filter(it -> it.position() > after)
        .sorted(BY_POSITION)
        .toList();
  }

  private Marker mark(String user, String with, long upTo) {
    return Outcome.of(contract.store().mark(user, with, upTo));
  }
}
