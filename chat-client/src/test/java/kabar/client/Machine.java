package kabar.client;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import kabar.api.Providers;

/// A client program in virtual time, from its start to its end, on a disk that outlives it.
final class Machine {
  static final Path FOLDER = Path.of("/profile");
  private static final Introduction INTRODUCTION = new Introduction("kabar-test 1", "en", "laptop");

  private final HeldLoop loop;
  private final HeldThread loopThread;
  private final HeldThread diskThread;
  private final HeldThread waitingThread;
  private final FakeDisk.Program folder;
  private final Engine engine;
  private final ChatClient client;
  private final List<News> news = new ArrayList<>();

  /// @param actor the first of three numbers of its own
  Machine(VirtualTime time, FakeDisk disk, int actor, Random random, ClientPlan plan) {
    loopThread = new HeldThread(time, actor, new Random(random.nextLong()), Duration.ofMillis(2));
    diskThread =
        new HeldThread(time, actor + 1, new Random(random.nextLong()), Duration.ofMillis(8));
    waitingThread =
        new HeldThread(time, actor + 2, new Random(random.nextLong()), Duration.ofMillis(100));
    loop = new HeldLoop(time, loopThread);
    folder = disk.program();
    var around =
        new Surroundings(
            loop,
            diskThread,
            task -> waitingThread.execute(() -> WaitingTask.run(task)),
            new Random(random.nextLong()),
            _ -> folder,
            this::kill);
    engine = new Engine(plan, news::add, around);
    client = ChatClient.of(engine);
  }

  /// A plan for the server of a virtual network.
  static ClientPlan plan(ModelNet net) {
    var transports = Providers.of("transport", List.of(net.transports()));
    return plan(new Destination(net.server(), transports));
  }

  /// A plan for a server somewhere.
  static ClientPlan plan(Destination destination) {
    return new ClientPlan(destination, FOLDER, INTRODUCTION);
  }

  /// Starts the client and lets it connect.
  Machine go() {
    var _ = client.start();
    client.connect();
    return this;
  }

  ChatClient client() {
    return client;
  }

  /// What the client is made of, for what would make a test wait.
  Engine engine() {
    return engine;
  }

  HeldLoop loop() {
    return loop;
  }

  /// The program's view of its disk.
  FakeDisk.Program folder() {
    return folder;
  }

  /// All that it was told.
  List<News> news() {
    return news;
  }

  /// What it was told of one kind.
  <N extends News> List<N> news(Class<N> kind) {
    return news.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// The last state of that kind that it was in.
  <S extends ConnectionState> Optional<S> last(Class<S> kind) {
    return news(News.StateChanged.class).reversed().stream()
        .map(News.StateChanged::state)
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst();
  }

  boolean isOnline() {
    return client.state() instanceof ConnectionState.Online;
  }

  /// The program ends without a word.
  void kill() {
    loopThread.kill();
    diskThread.kill();
    waitingThread.kill();
    folder.kill();
  }

  /// The machine sleeps, unless it does.
  void sleep(Duration howLong) {
    if (!loopThread.isAsleep()) {
      loop.sleep(howLong);
      diskThread.sleep(howLong);
      waitingThread.sleep(howLong);
    }
  }
}
