package kabar.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kabar.api.store.Conversation;
import kabar.api.store.Message;
import kabar.api.store.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What is promised of the list of conversations.
abstract class ConversationPromises {
  private final StoreContract contract;

  ConversationPromises(StoreContract contract) {
    this.contract = contract;
  }

  @Test
  @DisplayName("Conversations are listed by their newest message, page by page.")
  void listsConversations() {
    Seed.run(
        random -> {
          var newest = new HashMap<String, Message>();
          for (int i = 0; i < 300; i++) {
            var with = "user" + random.nextInt(60);
            var message =
                random.nextBoolean()
                    ? Sample.message(with, "pele", "to pele " + i)
                    : Sample.message("pele", with, "from pele " + i);
            newest.put(with, contract.stored(message));
            contract.stored(Sample.message(with, "lineker", "to somebody else"));
          }

          var listed = listAll(random);

          assertThat(listed)
              .extracting(it -> Map.entry(it.with(), it.last()))
              .containsExactlyElementsOf(
                  newest.entrySet().stream()
                      .sorted(Comparator.comparingLong(it -> -it.getValue().id()))
                      .toList());
          assertThat(Outcome.of(contract.store().conversations("nobody", Long.MAX_VALUE, 9)))
              .isEqualTo(new Page<>(List.of(), false));
        });
  }

  @Test
  @DisplayName("A conversation counts as unread what the other side sent after the marker.")
  void countsWhatIsUnread() {
    Seed.run(
        random -> {
          var stored = contract.stored(Sample.messages(random, 200));
          for (int i = 0; i < 100; i++) {
            var user = Sample.user(random);
            var with = Sample.user(random);
            var id = stored.get(random.nextInt(stored.size())).id();
            var marker = Outcome.of(contract.store().mark(user, with, id));

            var conversation = conversation(user, with);

            assertThat(conversation.marker()).isEqualTo(marker.upTo());
            assertThat(conversation.unread())
                .isEqualTo(
                    stored.stream().filter(it -> isUnread(it, user, with, marker.upTo())).count());
          }
        });
  }

  @Test
  @DisplayName("What users send to themselves is never unread.")
  void countsNothingOfOnesOwn() {
    var first = contract.stored(Sample.message("pele", "pele", "a note"));
    var last = contract.stored(Sample.message("pele", "pele", "another note"));

    assertThat(conversation("pele", "pele")).isEqualTo(new Conversation("pele", last, 0, 0));
    Outcome.of(contract.store().mark("pele", "pele", first.id()));
    assertThat(conversation("pele", "pele"))
        .isEqualTo(new Conversation("pele", last, 0, first.id()));
  }

  private static boolean isUnread(Message message, String user, String with, long marker) {
    return message.id() > marker
        && message.from().equals(with)
        && message.to().equals(user)
        && !with.equals(user);
  }

  private Conversation conversation(String user, String with) {
    return Outcome.of(contract.store().conversations(user, Long.MAX_VALUE, 100)).items().stream()
        .filter(it -> it.with().equals(with))
        .findFirst()
        .orElseThrow();
  }

  /// Reads page by page, with pages of random sizes.
  private List<Conversation> listAll(Random random) {
    var all = new ArrayList<Conversation>();
    Page<Conversation> page;
    do {
      long before = all.isEmpty() ? Long.MAX_VALUE : all.getLast().last().id();
      int limit = 1 + random.nextInt(20);
      page = Outcome.of(contract.store().conversations("pele", before, limit));
      assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
      assertThat(page.items().isEmpty() && page.more())
          .as("an empty page before the end")
          .isFalse();
      all.addAll(page.items());
    } while (page.more());
    return all;
  }
}
