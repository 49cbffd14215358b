package kabar.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import kabar.api.store.Change;
import kabar.api.store.Cursor;
import kabar.api.store.Message;
import kabar.api.store.NewMessage;
import kabar.api.store.Page;
import kabar.api.store.Slice;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What is promised of the order of commits and of what is seen when.
abstract class OrderPromises {
  private final StoreContract contract;

  OrderPromises(StoreContract contract) {
    this.contract = contract;
  }

  @Test
  @DisplayName("Appends complete one at a time, in commit order.")
  void completesInCommitOrder() {
    var watch = new CompletionWatch(contract.store());

    Crowd.run(number -> Sample.messages("user" + number, "pele", 1_000).forEach(watch::append));

    watch.check();
  }

  @Test
  @DisplayName(
      "Appends called one after another are committed in the order of the calls, awaited or not.")
  void commitsInTheOrderOfTheCalls() {
    var store = contract.store();

    Sample.messages("messi", "pele", 500).stream()
        .map(store::append)
        .toList()
        .forEach(append -> append.toCompletableFuture().join());

    var inbox = store.inbox("pele", new Slice.Newest(500)).toCompletableFuture().join();
    assertThat(inbox.items().stream().map(Message::text))
        .containsExactlyElementsOf(
            Sample.messages("messi", "pele", 500).stream().map(NewMessage::text).toList());
  }

  @Test
  @DisplayName("The id of a message is its position in the commit order.")
  void givesPositionsAsIds() {
    var lastCompleted = new AtomicLong();
    Queue<Long> ids = new ConcurrentLinkedQueue<>();

    Crowd.run(
        number -> {
          for (var message : Sample.messages("user" + number, "pele", 100)) {
            long before = lastCompleted.get();
            long id = contract.stored(message).id();
            lastCompleted.accumulateAndGet(id, Math::max);
            ids.add(id);
            assertThat(id).isGreaterThan(before);
            assertThat(contract.store().cursor().position()).isGreaterThanOrEqualTo(id);
          }
        });

    assertThat(ids).hasSize(100 * Crowd.SIZE).doesNotHaveDuplicates();
    assertThat(contract.store().cursor().position()).isEqualTo(lastCompleted.get());
  }

  @Test
  @DisplayName("The log holds every message once, in commit order.")
  void logsEveryMessage() {
    Seed.run(
        random -> {
          var seeds = random.longs(Crowd.SIZE).toArray();
          Queue<Message> stored = new ConcurrentLinkedQueue<>();
          Crowd.run(
              number ->
                  stored.addAll(contract.stored(Sample.messages(new Random(seeds[number]), 200))));

          var log = new ArrayList<Message>();
          Page<Message> page;
          do {
            long after = log.isEmpty() ? 0 : log.getLast().id();
            int limit = 1 + random.nextInt(100);
            page = Outcome.of(contract.store().log(after, limit));
            assertThat(page.items()).hasSizeBetween(1, limit);
            log.addAll(page.items());
          } while (page.more());

          assertThat(log)
              .isEqualTo(stored.stream().sorted(Comparator.comparingLong(Message::id)).toList());
        });
  }

  @Test
  @DisplayName("The cursor moves with every append and with every marker that moves.")
  void movesTheCursor() {
    var store = contract.store();

    for (var message : Sample.messages("messi", "pele", 20)) {
      var before = store.cursor();
      var stored = contract.stored(message);
      assertThat(store.cursor()).isEqualTo(new Cursor(before.incarnation(), stored.id()));
      assertThat(stored.id()).isGreaterThan(before.position());

      var marker = Outcome.of(store.mark("pele", "messi", stored.id()));
      assertThat(store.cursor()).isEqualTo(new Cursor(before.incarnation(), marker.position()));
      assertThat(marker.position()).isGreaterThan(stored.id());
    }
  }

  @Test
  @DisplayName("What a completed write stored is seen by every read started later.")
  void showsWhatIsComplete() {
    Crowd.run(
        number -> {
          var user = "user" + number;
          for (int i = 0; i < 25; i++) {
            showsAnAccount(user + "." + i);
            showsASession(user + "." + i);
            showsAnInvite(user + "." + i);
            showsAMessage(user, Sample.USERS.get(i % Sample.USERS.size()));
          }
        });
  }

  /// Each read starts as soon as the write is complete, on whatever thread completed it.
  private void showsAnAccount(String user) {
    var store = contract.store();
    var account = Sample.account(user);

    var found = store.addAccount(account).thenCompose(_ -> store.account(user));
    var other = Sample.account(user + "-2");
    var listed = store.addAccount(other).thenCompose(_ -> store.accounts(user, 1));

    assertThat(Outcome.of(found)).contains(account);
    assertThat(Outcome.of(listed).items()).containsExactly(other);
  }

  private void showsASession(String token) {
    var store = contract.store();
    var session = Sample.session(token, "messi");

    var added = store.addSession(session).thenCompose(_ -> store.session(session.token()));
    assertThat(Outcome.of(added)).contains(session);

    var removed =
        store.removeSession(session.token()).thenCompose(_ -> store.session(session.token()));
    assertThat(Outcome.of(removed)).isEmpty();
  }

  private void showsAnInvite(String code) {
    var store = contract.store();
    var invite = Sample.invite(code);

    var added = store.addInvite(invite).thenCompose(_ -> store.invites());
    assertThat(Outcome.of(added)).contains(invite);

    var removed = store.removeInvite(invite.code()).thenCompose(_ -> store.invites());
    assertThat(Outcome.of(removed)).doesNotContain(invite);
  }

  private void showsAMessage(String from, String to) {
    var store = contract.store();
    var before = store.cursor();
    var newest = new Slice.Newest(1_000);

    var append = store.append(Sample.message(from, to, "hey"));
    var inbox = append.thenCompose(_ -> store.inbox(to, newest));
    var conversation = append.thenCompose(_ -> store.conversation(to, from, newest));
    var replay = append.thenCompose(_ -> store.replay(from, before, 1_000));
    var marked =
        append
            .thenCompose(_ -> store.mark(to, from, Long.MAX_VALUE))
            .thenCompose(_ -> store.conversations(to, Long.MAX_VALUE, 1_000));

    var stored = StoreContract.storedBy(Outcome.of(append));
    assertThat(Outcome.of(inbox).items()).contains(stored);
    assertThat(Outcome.of(conversation).items()).contains(stored);
    assertThat(ReplayPromises.continued(Outcome.of(replay)).page().items())
        .contains(new Change.Sent(stored));
    assertThat(Outcome.of(marked).items())
        .filteredOn(it -> it.with().equals(from))
        .allSatisfy(it -> assertThat(it.marker()).isGreaterThanOrEqualTo(stored.id()))
        .hasSize(1);
  }
}
