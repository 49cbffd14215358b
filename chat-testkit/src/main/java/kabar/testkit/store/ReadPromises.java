package kabar.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import kabar.api.store.Message;
import kabar.api.store.Page;
import kabar.api.store.Slice;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What is promised of inboxes, conversations and their pages.
abstract class ReadPromises {
  private static final Slice ALL = new Slice.Newest(1_000);

  private final StoreContract contract;

  ReadPromises(StoreContract contract) {
    this.contract = contract;
  }

  @Test
  @DisplayName(
      "An inbox holds what was sent to its user, oldest first, and reading removes nothing.")
  void keepsAnInbox() {
    var first = contract.stored(Sample.message("messi", "pele", "first"));
    contract.stored(Sample.message("pele", "messi", "to somebody else"));
    var second = contract.stored(Sample.message("lineker", "pele", "second"));
    var third = contract.stored(Sample.message("pele", "pele", "to myself"));

    for (int i = 0; i < 3; i++) {
      assertThat(inbox("pele", ALL).items()).containsExactly(first, second, third);
    }
    assertThat(inbox("henderson", ALL).items()).isEmpty();
  }

  @Test
  @DisplayName("A conversation holds what two users sent each other, and nothing else.")
  void keepsAConversation() {
    var hey = contract.stored(Sample.message("messi", "pele", "hey"));
    contract.stored(Sample.message("messi", "lineker", "to a third one"));
    contract.stored(Sample.message("lineker", "pele", "from a third one"));
    var hello = contract.stored(Sample.message("pele", "messi", "hello"));
    var note = contract.stored(Sample.message("pele", "pele", "to myself"));

    assertThat(conversation("messi", "pele", ALL).items()).containsExactly(hey, hello);
    assertThat(conversation("pele", "messi", ALL).items()).containsExactly(hey, hello);
    assertThat(conversation("pele", "pele", ALL).items()).containsExactly(note);
    assertThat(conversation("messi", "messi", ALL).items()).isEmpty();
    assertThat(conversation("messi", "henderson", ALL).items()).isEmpty();
  }

  @Test
  @DisplayName("Pages join without a gap and without a message twice, in both directions.")
  void joinsPages() {
    Seed.run(
        random -> {
          var stored = contract.stored(Sample.messages(random, 400));
          var received = stored.stream().filter(it -> it.to().equals("pele")).toList();
          var talked = stored.stream().filter(it -> Sample.isBetween(it, "pele", "messi")).toList();

          Function<Slice, Page<Message>> inbox = slice -> inbox("pele", slice);
          Function<Slice, Page<Message>> conversation = it -> conversation("pele", "messi", it);

          assertThat(backwards(random, inbox)).isEqualTo(received);
          assertThat(forwards(random, inbox)).isEqualTo(received);
          assertThat(backwards(random, conversation)).isEqualTo(talked);
          assertThat(forwards(random, conversation)).isEqualTo(talked);
        });
  }

  @Test
  @DisplayName("A page tells truly whether there is more.")
  void tellsWhetherThereIsMore() {
    Seed.run(
        random -> {
          var stored = contract.stored(Sample.messages(random, 200));
          for (int i = 0; i < 500; i++) {
            var user = Sample.user(random);
            var with = Sample.user(random);
            var slice = slice(random, stored);
            var received = stored.stream().filter(it -> it.to().equals(user));
            var talked = stored.stream().filter(it -> Sample.isBetween(it, user, with));

            assertThat(inbox(user, slice)).as("%s", slice).isEqualTo(cut(received, slice));
            assertThat(conversation(user, with, slice))
                .as("%s", slice)
                .isEqualTo(cut(talked, slice));
          }
        });
  }

  private Page<Message> inbox(String user, Slice slice) {
    return Outcome.of(contract.store().inbox(user, slice));
  }

  private Page<Message> conversation(String user, String with, Slice slice) {
    return Outcome.of(contract.store().conversation(user, with, slice));
  }

  /// Reads from the newest message to the oldest, with pages of random sizes.
  private static List<Message> backwards(Random random, Function<Slice, Page<Message>> list) {
    var all = new ArrayList<Message>();
    var page = list.apply(new Slice.Newest(1 + random.nextInt(9)));
    all.addAll(page.items());
    while (page.more()) {
      page = list.apply(new Slice.Before(all.getFirst().id(), 1 + random.nextInt(9)));
      assertThat(page.items()).isNotEmpty();
      all.addAll(0, page.items());
    }
    return all;
  }

  /// Reads from the oldest message to the newest, with pages of random sizes.
  private static List<Message> forwards(Random random, Function<Slice, Page<Message>> list) {
    var all = new ArrayList<Message>();
    var page = list.apply(new Slice.After(Long.MIN_VALUE, 1 + random.nextInt(9)));
    all.addAll(page.items());
    while (page.more()) {
      page = list.apply(new Slice.After(all.getLast().id(), 1 + random.nextInt(9)));
      assertThat(page.items()).isNotEmpty();
      all.addAll(page.items());
    }
    return all;
  }

  /// A slice at a message, between two, or beyond all; some limits just reach the end.
  private static Slice slice(Random random, List<Message> stored) {
    int limit = 1 + random.nextInt(60);
    long id = stored.get(random.nextInt(stored.size())).id() + random.nextInt(3) - 1;
    return switch (random.nextInt(8)) {
      case 0, 1 -> new Slice.Newest(limit);
      case 2, 3 -> new Slice.Before(id, limit);
      case 4, 5 -> new Slice.After(id, limit);
      case 6 -> new Slice.Before(Long.MAX_VALUE, Integer.MAX_VALUE);
      default -> new Slice.After(Long.MIN_VALUE, Integer.MAX_VALUE);
    };
  }

  /// The model: what a page of a whole list has to be.
  private static Page<Message> cut(Stream<Message> list, Slice slice) {
    return switch (slice) {
      case Slice.Newest(int limit) -> newest(list.toList(), limit);
      case Slice.Before(long id, int limit) ->
          newest(list.filter(it -> it.id() < id).toList(), limit);
      case Slice.After(long id, int limit) ->
          oldest(list.filter(it -> it.id() > id).toList(), limit);
    };
  }

  private static Page<Message> newest(List<Message> list, int limit) {
    int count = Math.min(limit, list.size());
    return new Page<>(list.subList(list.size() - count, list.size()), count < list.size());
  }

  private static Page<Message> oldest(List<Message> list, int limit) {
    int count = Math.min(limit, list.size());
    return new Page<>(list.subList(0, count), count < list.size());
  }
}
