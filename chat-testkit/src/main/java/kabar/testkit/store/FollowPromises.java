package kabar.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import kabar.api.store.Append;
import kabar.api.store.Change;
import kabar.api.store.Marker;
import kabar.api.store.Message;
import kabar.api.store.Replay;
import kabar.api.store.Slice;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What is promised of following a store, and of cursors that others may follow.
abstract class FollowPromises {
  private static final int WRITES = 300;
  private static final int MOST_WRITES = 100_000;
  private static final int FEW_LOOKS = 3;

  private final StoreContract contract;

  FollowPromises(StoreContract contract) {
    this.contract = contract;
  }

  @Test
  @DisplayName("A follower is told of each change once, in commit order, one at a time.")
  void tellsInCommitOrder() {
    Seed.run(
        random -> {
          var seeds = random.longs(Crowd.SIZE).toArray();
          List<Change> told = new ArrayList<>();
          var inside = new AtomicInteger();
          var overlaps = new AtomicInteger();
          contract
              .store()
              .follow(
                  change -> {
                    overlaps.addAndGet(inside.getAndIncrement());
                    told.add(change);
                    inside.decrementAndGet();
                  });

          Queue<Change> answered = new ConcurrentLinkedQueue<>();
          Crowd.run(number -> answered.addAll(write(new Random(seeds[number]))));

          assertThat(overlaps).as("calls during a call").hasValue(0);
          assertThat(told)
              .isEqualTo(
                  answered.stream().sorted(Comparator.comparingLong(Change::position)).toList());
        });
  }

  @Test
  @DisplayName("A follower is told of a change before the future of its write completes.")
  void tellsBeforeTheFutureCompletes() {
    var store = contract.store();
    Queue<Long> told = new ConcurrentLinkedQueue<>();
    store.follow(change -> told.add(change.position()));
    var late = new AtomicInteger();

    Crowd.run(
        number -> {
          for (var message : Sample.messages("user" + number, "pele", 100)) {
            var append = store.append(message).thenApply(StoreContract::storedBy);
            var checked = append.thenAccept(it -> late.addAndGet(told.contains(it.id()) ? 0 : 1));
            Outcome.of(checked);
            long id = Outcome.of(append).id();
            var marked = store.mark("pele", "user" + number, id);
            Outcome.of(
                marked.thenAccept(it -> late.addAndGet(told.contains(it.position()) ? 0 : 1)));
          }
        });

    assertThat(late).as("futures completed before the follower was told").hasValue(0);
    assertThat(told).hasSize(2 * 100 * Crowd.SIZE);
  }

  @Test
  @DisplayName(
      "What a follower is told of is seen by every read started then, and not ahead of the cursor.")
  void tellsWhatCanBeRead() {
    var store = contract.store();
    var zero = store.cursor();
    Queue<Read> reads = new ConcurrentLinkedQueue<>();
    store.follow(
        change ->
            reads.add(
                new Read(
                    change,
                    store.cursor().position(),
                    store.replay("pele", zero, 10_000).toCompletableFuture())));

    Crowd.run(
        number -> {
          for (int i = 0; i < 25; i++) {
            long id = contract.stored(Sample.message("user" + number, "pele", "hey")).id();
            Outcome.of(store.mark("pele", "user" + number, id));
          }
        });

    assertThat(reads).hasSize(2 * 25 * Crowd.SIZE);
    for (var read : reads) {
      assertThat(read.cursor).isGreaterThanOrEqualTo(read.told.position());
      assertThat(read.isSeen()).as("%s is read", read.told).isTrue();
    }
  }

  @Test
  @DisplayName("A write that stores nothing, or moves nothing, tells nothing.")
  void tellsNothingInVain() {
    var store = contract.store();
    var message = Sample.keyed("messi", "pele", "hey", "key");
    var stored = contract.stored(message);
    Outcome.of(store.mark("pele", "messi", stored.id()));
    List<Change> told = new ArrayList<>();
    store.follow(told::add);

    assertThat(Outcome.of(store.append(message))).isInstanceOf(Append.Repeated.class);
    assertThat(Outcome.of(store.append(Sample.keyed("messi", "pele", "other", "key"))))
        .isInstanceOf(Append.Conflict.class);
    Outcome.of(store.mark("pele", "messi", stored.id()));
    Outcome.of(store.mark("pele", "messi", 0));
    Outcome.of(store.mark("pele", "lineker", 1));
    Outcome.of(store.purge(Sample.AT.plusSeconds(1), 1));
    Outcome.of(store.addAccount(Sample.account("messi")));

    assertThat(told).isEmpty();
    var next = contract.stored(Sample.message("messi", "pele", "next"));
    assertThat(told).containsExactly(new Change.Sent(next));
  }

  @Test
  @DisplayName("A follower that fails harms neither the write nor other followers.")
  void survivesAFollowerThatFails() {
    var store = contract.store();
    List<Change> told = new ArrayList<>();
    store.follow(
        _ -> {
          throw new OnPurpose();
        });
    store.follow(told::add);

    var messages = contract.stored(Sample.messages("messi", "pele", 3));

    assertThat(told).isEqualTo(messages.stream().map(it -> (Change) new Change.Sent(it)).toList());
  }

  @Test
  @DisplayName("A follower is told of nothing that is written after it ceased to follow.")
  void ceasesToTell() {
    var store = contract.store();
    List<Change> told = new ArrayList<>();
    List<Change> toldTwice = new ArrayList<>();
    var first = store.follow(told::add);
    store.follow(toldTwice::add);
    var second = store.follow(toldTwice::add);
    contract.stored(Sample.message("messi", "pele", "one"));

    first.close();
    first.close();
    second.close();
    contract.stored(Sample.message("messi", "pele", "two"));

    assertThat(told).hasSize(1);
    assertThat(toldTwice).hasSize(3);
  }

  @Test
  @DisplayName("Nothing ever appears at or before a cursor that was handed out.")
  void letsNothingAppearBehindACursor() {
    var store = contract.store();
    var looked = new CountDownLatch(FEW_LOOKS);
    var writing =
        Crowd.start(
            number -> {
              // A fast store would be through before anybody looks.
              for (int i = 0; i < WRITES || (looked.getCount() > 0 && i < MOST_WRITES); i++) {
                contract.stored(Sample.message("user" + number, "pele", "" + i));
              }
            });

    var looks = new ArrayList<Look>();
    while (!writing.isDone()) {
      long position = store.cursor().position();
      looks.add(new Look(position, upTo(position)));
      looked.countDown();
    }
    Outcome.of(writing);

    assertThat(looks).hasSizeGreaterThanOrEqualTo(FEW_LOOKS);
    for (var look : looks) {
      assertThat(upTo(look.position)).isEqualTo(look.seen);
    }
  }

  /// What a follower read when it was told of a change.
  private record Read(Change told, long cursor, CompletableFuture<Replay> replay) {

    boolean isSeen() {
      var items = ReplayPromises.continued(Outcome.of(replay)).page().items();
      return switch (told) {
        case Change.Sent _ -> items.contains(told);
        case Change.Read(var marker) -> items.stream().anyMatch(it -> hasReached(it, marker));
      };
    }

    /// The same marker, which may have moved further since.
    private static boolean hasReached(Change change, Marker marker) {
      return change instanceof Change.Read(var found)
          && found.with().equals(marker.with())
          && found.position() >= marker.position();
    }
  }

  /// Without a stack trace, which would fill the log of a test that passes.
  private static final class OnPurpose extends RuntimeException {
    private static final long serialVersionUID = 1;

    OnPurpose() {
      super("on purpose: a bug of the follower's", null, false, false);
    }
  }

  private record Look(long position, List<Long> seen) {}

  /// The newest few messages up to a position: where something could still appear.
  private List<Long> upTo(long position) {
    var page = Outcome.of(contract.store().inbox("pele", new Slice.Before(position + 1, 20)));
    return page.items().stream().map(Message::id).toList();
  }

  /// Sends and reads at random. Answers with the changes that came of it.
  private List<Change> write(Random random) {
    var store = contract.store();
    var changes = new ArrayList<Change>();
    for (int i = 0; i < WRITES; i++) {
      if (random.nextInt(4) > 0) {
        var message = Sample.message(Sample.user(random), Sample.user(random), "message " + i);
        changes.add(new Change.Sent(contract.stored(message)));
      } else {
        // A user of its own reads: of a marker that two move, one would see where the other put it.
        var reader = "reader" + Thread.currentThread().threadId();
        var sent = contract.stored(Sample.message("messi", reader, "message " + i));
        var marker = Outcome.of(store.mark(reader, "messi", sent.id()));
        Stream.of(new Change.Sent(sent), new Change.Read(marker)).forEach(changes::add);
      }
    }
    return changes;
  }
}
