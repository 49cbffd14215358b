package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kabar.api.Settings;
import kabar.api.fanout.Fanout;
import kabar.api.store.Change;
import kabar.api.store.Store;
import kabar.protocol.Command;
import kabar.protocol.Reply;
import kabar.store.sqlite.SqliteStoreProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many threads send and read while subscribers come, are slow, and are cut off at random moments:
/// each is told of every change that its user may see, once and in order. A failure names the seed,
/// though not the interleaving.
class LiveStressTest {
  private static final List<String> USERS = List.of("messi", "henderson", "lineker");
  private static final int SENDERS = 4;
  private static final int WRITES = 300;
  private static final int SUBSCRIBERS_OF_EACH = 3;

  private final long seed = Long.getLong("kabar.seed", System.nanoTime());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HeldClockwork clockwork = new HeldClockwork(new HeldClock());
  private final Queue<Change> committed = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean isWritten = new AtomicBoolean();

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  @RepeatedTest(5)
  @DisplayName("With a store in memory")
  void memory() throws Exception {
    try (var store = DemoUsers.store()) {
      run(store, new LocalFanout());
    }
  }

  @Test
  @DisplayName("With a store in memory, by hints alone")
  void hintsOnly() throws Exception {
    try (var store = DemoUsers.store()) {
      var bus = new HintsOnly();
      bus.of(store.cursor());
      run(store, bus);
    }
  }

  @RepeatedTest(3)
  @DisplayName("With a store in SQLite")
  void sqlite(@TempDir Path folder) throws Exception {
    try (var store = new SqliteStoreProvider().open(folder, Settings.none())) {
      for (var account : List.of(DemoUsers.MESSI, DemoUsers.HENDERSON, DemoUsers.LINEKER)) {
        assertThat(store.addAccount(account).toCompletableFuture().join()).isTrue();
      }
      run(store, new LocalFanout());
    }
  }

  private void run(Store store, Fanout fanout) throws Exception {
    store.follow(committed::add);
    var router = router(store, fanout);
    var random = new Random(seed);

    var reading =
        IntStream.range(0, SUBSCRIBERS_OF_EACH)
            .boxed()
            .flatMap(_ -> USERS.stream())
            .map(user -> new CutSubscriber(router, user, new Random(random.nextLong())))
            .map(it -> CompletableFuture.supplyAsync(() -> follow(it, store), threads))
            .toList();
    var writing =
        IntStream.range(0, SENDERS)
            .mapToObj(_ -> new Random(random.nextLong()))
            .map(it -> CompletableFuture.runAsync(() -> write(router, it), threads))
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(writing).get(120, TimeUnit.SECONDS);
    isWritten.set(true);

    for (var each : reading) {
      check(each.get(120, TimeUnit.SECONDS));
    }
  }

  private Router router(Store store, Fanout fanout) {
    var limits = ChatLimits.from(Settings.of("limits", Map.of("messages", "off")), 100);
    var around =
        new Surroundings(
            store, new FakeHasher(), InstantSource.system(), clockwork, new LimitHits(), fanout);
    var chat = new Chat(around, limits, ChatRules.withDefaults(true));
    chat.start();
    return new Router(chat, new Greeting(around, limits, Map.of()));
  }

  /// Goes on until everything was written and the last of it has arrived.
  private CutSubscriber follow(CutSubscriber subscriber, Store store) {
    while (!isWritten.get()) {
      subscriber.step();
    }
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(100);
    long last = last(subscriber.user());
    while (subscriber.lastPosition() < last && System.nanoTime() < deadline) {
      subscriber.step();
    }
    assertThat(subscriber.lastPosition())
        .as("seed %d: where %s came to, of %s", seed, subscriber.user(), store.cursor())
        .isEqualTo(last);
    return subscriber;
  }

  private void write(Router router, Random random) {
    var caller = FakeOutlet.caller(new FakeOutlet());
    var user = one(random);
    ask(router, new Command.Login(user, DemoUsers.PASSWORD), caller);
    for (int i = 0; i < WRITES; i++) {
      var other = one(random);
      var sent = (Reply.Sent) ask(router, new Command.Send("", other, "" + i, ""), caller);
      if (random.nextInt(4) == 0) {
        ask(router, new Command.Read(other, sent.id()), caller);
      }
    }
  }

  static Reply ask(Router router, Command command, Caller caller) {
    return router.dispatch(command, caller).toCompletableFuture().join();
  }

  private static String one(Random random) {
    return USERS.get(random.nextInt(USERS.size()));
  }

  /// Messages each once; of a marker that moved several times while a subscriber was not live, only
  /// where it came to.
  private void check(CutSubscriber subscriber) {
    var mayBeSeen = visible(subscriber.user()).map(Change::position).toList();
    var messages =
        visible(subscriber.user())
            .filter(Change.Sent.class::isInstance)
            .map(Change::position)
            .toList();

    assertThat(subscriber.messages()).as("seed %d: messages", seed).isEqualTo(messages);
    assertThat(subscriber.positions())
        .as("seed %d: positions", seed)
        .isSortedAccordingTo(Comparator.naturalOrder())
        .doesNotHaveDuplicates()
        .isSubsetOf(mayBeSeen);
  }

  private long last(String user) {
    return visible(user).mapToLong(Change::position).max().orElse(0);
  }

  private Stream<Change> visible(String user) {
    return new ArrayList<>(committed)
        .stream()
            .filter(
                change ->
                    switch (change) {
                      case Change.Sent(var message) ->
                          message.from().equals(user) || message.to().equals(user);
                      case Change.Read(var marker) -> marker.user().equals(user);
                    });
  }
}
