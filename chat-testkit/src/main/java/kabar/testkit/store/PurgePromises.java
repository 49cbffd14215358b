package kabar.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import kabar.api.store.Append;
import kabar.api.store.Change;
import kabar.api.store.Conversation;
import kabar.api.store.Cursor;
import kabar.api.store.Message;
import kabar.api.store.NewMessage;
import kabar.api.store.Page;
import kabar.api.store.Replay;
import kabar.api.store.Slice;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What is promised of purging.
abstract class PurgePromises {
  private static final Slice ALL = new Slice.Newest(1_000);
  private static final int LIMIT = 1_000;

  private final StoreContract contract;

  PurgePromises(StoreContract contract) {
    this.contract = contract;
  }

  @Test
  @DisplayName(
      "A purge removes messages in commit order, up to the first not taken before the moment.")
  void removesTheOldest() {
    Seed.run(
        random -> {
          // A clock that was set back now and then: the order of ids is not that of the moments.
          var stored =
              contract.stored(
                  IntStream.range(0, 100).mapToObj(i -> message(random, i, i % 10 - 3)).toList());
          var moment = at(random.nextInt(100));
          var left = stored.stream().dropWhile(it -> it.at().isBefore(moment)).toList();

          int removed = purgeAll(moment, 1 + random.nextInt(20));

          assertThat(log()).isEqualTo(left);
          assertThat(removed).isEqualTo(stored.size() - left.size());
          assertThat(purge(moment, LIMIT)).isZero();
        });
  }

  @Test
  @DisplayName(
      "After a purge, what is left is read as before, and unread counts leave out what is gone.")
  void leavesTheRest() {
    Seed.run(
        random -> {
          var messages = IntStream.range(0, 300).mapToObj(i -> message(random, i, 0)).toList();
          var left = new ArrayList<>(contract.stored(messages));
          for (int second = 0; second <= 300; second += 1 + random.nextInt(60)) {
            var moment = at(second);
            purgeAll(moment, LIMIT);
            left.removeIf(it -> it.at().isBefore(moment));
            left.add(contract.stored(message(random, 1_000 + second, 0)));
            compareReads(left);
          }
        });
  }

  @Test
  @DisplayName(
      "A conversation that was purged as a whole is not listed; its markers stay where they are.")
  void listsNoEmptyConversation() {
    var store = contract.store();
    var old = contract.stored(new NewMessage("messi", "pele", "old", "", at(0)));
    var marker = Outcome.of(store.mark("pele", "messi", old.id()));
    var left = contract.stored(new NewMessage("lineker", "pele", "new", "", at(9)));

    purgeAll(at(9), LIMIT);

    assertThat(conversations("pele")).containsExactly(new Conversation("lineker", left, 1, 0));
    assertThat(conversations("messi")).isEmpty();
    assertThat(Outcome.of(store.mark("pele", "messi", Long.MAX_VALUE))).isEqualTo(marker);
    var next = contract.stored(new NewMessage("messi", "pele", "again", "", at(10)));
    assertThat(conversations("pele"))
        .containsExactly(
            new Conversation("messi", next, 1, old.id()), new Conversation("lineker", left, 1, 0));
  }

  @Test
  @DisplayName("A purge forgets the keys of what it removes, and gives no id back.")
  void forgetsKeys() {
    var store = contract.store();
    var old = contract.stored(new NewMessage("messi", "pele", "old", "a", at(0)));
    var left = contract.stored(new NewMessage("messi", "pele", "left", "b", at(9)));
    var cursor = store.cursor();

    purgeAll(at(9), LIMIT);

    assertThat(store.cursor()).isEqualTo(cursor);
    assertThat(Outcome.of(store.append(new NewMessage("messi", "pele", "left", "b", at(10)))))
        .isEqualTo(new Append.Repeated(left));
    var again = contract.stored(new NewMessage("messi", "pele", "other text", "a", at(10)));
    assertThat(again.id()).isGreaterThan(left.id());
    purgeAll(at(11), LIMIT);
    assertThat(store.cursor().position()).isEqualTo(again.id());
    assertThat(contract.stored(new NewMessage("messi", "pele", "old", "a", at(11))).id())
        .isGreaterThan(again.id())
        .isNotEqualTo(old.id());
  }

  @Test
  @DisplayName("A cursor behind a purged message is answered with a reset.")
  void resets() {
    var store = contract.store();
    var start = store.cursor();
    var old = contract.stored(new NewMessage("messi", "pele", "old", "", at(0)));
    var older = new Cursor(start.incarnation(), old.id());
    var last = contract.stored(new NewMessage("messi", "lineker", "old", "", at(1)));
    var left = contract.stored(new NewMessage("messi", "pele", "left", "", at(9)));
    purgeAll(at(9), LIMIT);

    var now = store.cursor();
    assertThat(List.of(start, older))
        .map(cursor -> Outcome.of(store.replay("pele", cursor, 9)))
        .containsOnly(new Replay.Reset(now));
    assertThat(Outcome.of(store.replay("pele", new Cursor(now.incarnation(), last.id()), 9)))
        .isEqualTo(new Replay.Continued(new Page<>(List.of(new Change.Sent(left)), false), now));
    assertThat(Outcome.of(store.replay("pele", now, 9)))
        .isEqualTo(new Replay.Continued(new Page<>(List.of(), false), now));
  }

  /// Compares what each user reads with what is left, and marks some of it read.
  private void compareReads(List<Message> left) {
    assertThat(log()).isEqualTo(left);
    for (var user : Sample.USERS) {
      assertThat(Outcome.of(contract.store().inbox(user, ALL)).items())
          .isEqualTo(left.stream().filter(it -> it.to().equals(user)).toList());
      for (var conversation : conversations(user)) {
        var with = conversation.with();
        var messages = Outcome.of(contract.store().conversation(user, with, ALL)).items();
        assertThat(messages)
            .isEqualTo(left.stream().filter(it -> Sample.isBetween(it, user, with)).toList());
        assertThat(conversation.last()).isEqualTo(messages.getLast());
        assertThat(conversation.unread())
            .isEqualTo(
                messages.stream()
                    .filter(it -> !it.from().equals(user) && it.id() > conversation.marker())
                    .count());
        Outcome.of(contract.store().mark(user, with, messages.get(messages.size() / 2).id()));
      }
    }
  }

  private int purgeAll(Instant before, int limit) {
    int all = 0;
    int removed;
    do {
      removed = purge(before, limit);
      assertThat(removed).isLessThanOrEqualTo(limit);
      all += removed;
    } while (removed == limit);
    return all;
  }

  private int purge(Instant before, int limit) {
    return Outcome.of(contract.store().purge(before, limit));
  }

  private List<Message> log() {
    return Outcome.of(contract.store().log(0, LIMIT)).items();
  }

  private List<Conversation> conversations(String user) {
    return Outcome.of(contract.store().conversations(user, Long.MAX_VALUE, LIMIT)).items();
  }

  private static NewMessage message(Random random, int number, int secondsOff) {
    return new NewMessage(
        Sample.user(random), Sample.user(random), "" + number, "", at(number + secondsOff));
  }

  private static Instant at(int seconds) {
    return Sample.AT.plusSeconds(seconds);
  }
}
