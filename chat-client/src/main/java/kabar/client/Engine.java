package kabar.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kabar.client.OutboxEntry.Standing;
import kabar.protocol.Command;
import kabar.protocol.Event;
import kabar.protocol.Reply;
import org.jspecify.annotations.Nullable;

/// What a client is made of, put together. Its methods may be called from any thread: they hand
/// over
/// to the loop's, where all the rest happens.
final class Engine {
  private static final int CONVERSATIONS_KEPT = 100;
  private static final int MESSAGES_KEPT = 50;
  private static final int KEY_BYTES = 16;

  private final ClientPlan plan;
  private final Surroundings around;
  private final Loop loop;
  private final Consumer<? super News> audience;
  private final Disk disk;
  private final boolean isFollowing;
  private final Identity identity;
  private final Mirror mirror = new Mirror();
  private final Course course;
  private final Connector connector;
  private final Pulse pulse;
  private final Loader loader;
  private final Bookmarks bookmarks;
  private final Outbox outbox;
  private final Drain drain;
  private final Desk desk;
  private final Shelf shelf;
  private final Readiness ready = new Readiness();
  private final CompletableFuture<Void> stopped = new CompletableFuture<>();
  private Loop.Timer ticking = Loop.Timer.NONE;
  private boolean isStopping;

  /// Read by any thread.
  private volatile boolean knowsAllConversations;

  Engine(ClientPlan plan, Consumer<? super News> audience, Surroundings around) {
    this.plan = plan;
    this.around = around;
    this.loop = around.loop();
    this.audience = audience;
    this.disk = new Disk(loop, around.disk());
    this.identity = new Identity(plan, disk, audience);
    this.isFollowing = plan.memory() instanceof Memory.Following;
    this.course = new Course(plan.memory() instanceof Memory.Following(var after) ? after : "");
    this.connector = new Connector(plan, around, new Life());
    this.pulse = new Pulse(connector, course, loop, plan.timing());
    this.loader = new Loader(mirror, loop, this::askNow, this::reloaded);
    this.shelf = new Shelf(disk, loop, this::cache, audience);
    this.bookmarks = new Bookmarks(this::askNow, shelf::touch);
    this.outbox = new Outbox(disk, audience);
    this.drain = new Drain(outbox, disk, loop, this::askNow);
    this.desk = new Desk(disk, loop, audience);
  }

  CompletionStage<Void> start() {
    loop.execute(
        () ->
            Futures.whenDone(
                disk.run(this::contents).thenAccept(this::begin),
                (_, failure) -> ready.decide(failure)));
    return ready.stage();
  }

  void connect() {
    loop.execute(() -> ready.whenDecided(this::connectIfReady));
  }

  private void connectIfReady(@Nullable Throwable failure) {
    if (failure != null) {
      connector.refuse(Refusal.UNUSABLE_PROFILE, String.valueOf(failure.getMessage()));
    } else if (!isStopping) {
      connector.connect();
    }
  }

  ConnectionState state() {
    return connector.state();
  }

  Optional<String> user() {
    return Optional.of(identity.user()).filter(name -> !name.isEmpty());
  }

  Optional<Duration> latency() {
    return pulse.latency();
  }

  CompletionStage<Reply> ask(Command command) {
    return onLoop(() -> askNow(command));
  }

  Outgoing send(String to, String text) {
    var key = key();
    var kept = new CompletableFuture<Void>();
    var fate = new CompletableFuture<Standing>();
    var sending = new Sending(kept, fate);
    loop.execute(
        () -> ready.whenDecided(failure -> send(key, to, wellFormed(text), sending, failure)));
    return new Outgoing(key, kept, fate);
  }

  List<OutboxEntry> outbox() {
    return outbox.open();
  }

  CompletionStage<Boolean> retry(String key) {
    return onLoop(() -> ready.then(() -> outbox.retry(key)));
  }

  CompletionStage<Boolean> drop(String key) {
    return onLoop(() -> ready.then(() -> outbox.drop(key)));
  }

  List<Reply.Talk> conversations() {
    return mirror.talks();
  }

  boolean knowsAllConversations() {
    return knowsAllConversations;
  }

  Reply.History messages(String with) {
    return mirror.messages(with);
  }

  CompletionStage<Boolean> older(String with) {
    return onLoop(() -> loader.older(with));
  }

  void read(String with, String upTo) {
    loop.execute(
        () -> {
          if (mirror.markedAhead(with, upTo)) {
            bookmarks.set(with, upTo);
            shelf.touch();
          }
        });
  }

  String draft(String with) {
    return desk.text(with);
  }

  void saveDraft(String with, String text) {
    desk.show(with, text);
    loop.execute(() -> desk.keep(with, wellFormed(text)));
  }

  /// Ends everything. Completes, on no particular thread, when all is written down and let go.
  CompletionStage<Void> stop() {
    loop.execute(this::stopNow);
    return stopped;
  }

  /// Whoever waits for a message.
  private record Sending(CompletableFuture<Void> kept, CompletableFuture<Standing> fate) {
    void fail(Throwable failure) {
      kept.completeExceptionally(failure);
      fate.completeExceptionally(failure);
    }
  }

  private Contents contents() throws ProfileException {
    return Contents.read(around.folders().open(plan.profile()), this::word);
  }

  private void begin(Contents found) {
    identity.attach(SessionFile.in(found.folder()), found.session());
    if (!isFollowing) {
      restore(found.cache());
      shelf.attach(new CacheFile(found.folder()));
    }
    desk.attach(new Drafts(found.folder()), found.drafts());
    drain.attach(found.folder());
    outbox.attach(found.file(), found.outbox(), drain::go);
    tick(new Watch(loop.nanos(), loop.now()));
  }

  /// A cache of somebody else is of no use.
  private void restore(Cache cache) {
    var user = identity.user();
    if (!user.isEmpty() && cache.user().equals(user)) {
      mirror.restore(cache.conversations());
      bookmarks.restore(cache.bookmarks());
      course.begins(cache.cursor());
      knowsAllConversations = !cache.cursor().isEmpty();
    }
  }

  private void tick(Watch watch) {
    ticking =
        loop.after(
            Watch.TICK,
            () -> {
              if (watch.hasSlept(loop.nanos(), loop.now())) {
                connector.wake();
                pulse.ask();
              }
              pulse.tick();
              outbox.tend();
              bookmarks.tend();
              tick(watch);
            });
  }

  private CompletableFuture<Reply> askNow(Command command) {
    return connector.ask(command, plan.timing().answer());
  }

  private void send(
      String key, String to, String text, Sending sending, @Nullable Throwable failure) {
    var user = identity.user();
    if (failure != null) {
      sending.fail(failure);
    } else if (isStopping) {
      sending.fail(new ProfileException("the client is closed"));
    } else if (user.isEmpty()) {
      sending.fail(
          new ProfileException(
              "nobody is logged in at %s, so that it is not known whose message it is"
                  .formatted(plan.destination().uri())));
    } else {
      var entry = new OutboxEntry(key, user, to, text, loop.now(), new Standing.Kept());
      Futures.forward(outbox.add(entry, sending.fate()), sending.kept());
    }
  }

  private void reloaded() {
    knowsAllConversations = loader.isComplete();
    audience.accept(new News.Reloaded());
    shelf.touch();
  }

  private Cache cache() {
    return new Cache(
        identity.user(),
        loader.isComplete() ? course.cursor() : "",
        mirror.keep(CONVERSATIONS_KEPT, MESSAGES_KEPT),
        bookmarks.waiting());
  }

  private void stopNow() {
    if (isStopping) {
      return;
    }
    isStopping = true;
    ticking.cancel();
    connector.stop();
    var written = CompletableFuture.allOf(shelf.write(), desk.write());
    Futures.whenDone(written, (_, _) -> outbox.close());
    // What the disk has begun comes to its end on the loop, where it may give more to the disk: the
    // lock to be released.
    Futures.whenDone(
        written.thenCompose(_ -> disk.run(() -> true)),
        (_, _) -> around.disk().execute(this::letGo));
  }

  private void letGo() {
    try {
      connector.ways().ifPresent(Ways::close);
    } finally {
      around.release().run();
      stopped.complete(null);
    }
  }

  /// Runs something on the loop's thread.
  private <T> CompletionStage<T> onLoop(Supplier<CompletableFuture<T>> action) {
    var done = new CompletableFuture<T>();
    loop.execute(() -> Futures.forward(action.get(), done));
    return done;
  }

  private String key() {
    return word(KEY_BYTES);
  }

  private String word() {
    return word(Integer.BYTES);
  }

  private String word(int bytes) {
    var random = new byte[bytes];
    around.random().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  /// Half a surrogate pair cannot be written as UTF-8.
  private static String wellFormed(String text) {
    return new String(text.getBytes(UTF_8), UTF_8);
  }

  /// What comes of being connected.
  private final class Life implements Connector.Owner {

    @Override
    public Optional<Command> entry() {
      return identity.command();
    }

    @Override
    public String after() {
      return course.cursor();
    }

    @Override
    public void stateChanged(ConnectionState state) {
      audience.accept(new News.StateChanged(state));
    }

    @Override
    public void online(Entering.Outcome.Entered entered) {
      if (identity.enters(entered)) {
        startAfresh();
      }
      var isAnew = course.cursor().isEmpty() || entered.subscribed().isReset();
      subscribed(entered.subscribed(), isAnew);
      bookmarks.begin();
      drain.begin(identity.user());
      pulse.ask();
    }

    @Override
    public void onlineAnew(Reply.Subscribed subscribed) {
      subscribed(subscribed, subscribed.isReset());
    }

    @Override
    public void offline() {
      course.breaks();
      if (!isFollowing && !loader.isComplete()) {
        course.begins("");
      }
      loader.end();
      bookmarks.end();
      drain.end();
    }

    @Override
    public void told(Event event) {
      switch (event) {
        case Event.Posted posted -> posted(posted);
        case Event.Marked marked -> marked(marked);
        case Event.Presences(var people, var isWhole) ->
            audience.accept(new News.Presences(people, isWhole));
        case Event.Typing(var from) -> audience.accept(new News.Typing(from));
        case Event.SessionEnded _, Event.Stopping _ -> {}
      }
    }

    private void subscribed(Reply.Subscribed subscribed, boolean isAnew) {
      course.begins(subscribed.cursor());
      if (isAnew) {
        knowsAllConversations = false;
        audience.accept(new News.Reset(subscribed.cursor()));
      }
      if (!isFollowing) {
        loader.begin(isAnew);
        shelf.touch();
      }
    }

    private void posted(Event.Posted posted) {
      if (course.moves(posted.cursor())) {
        if (!isFollowing) {
          mirror.posted(posted, identity.user());
          loader.go();
          shelf.touch();
        }
        audience.accept(new News.Posted(posted.note(), posted.cursor()));
      }
    }

    private void marked(Event.Marked marked) {
      if (course.moves(marked.cursor())) {
        if (!isFollowing) {
          mirror.marked(marked.with(), marked.upTo());
          loader.go();
          shelf.touch();
        }
        audience.accept(new News.Marked(marked.with(), marked.upTo(), marked.cursor()));
      }
    }

    /// Whoever logs in as somebody else has nothing of the one before.
    private void startAfresh() {
      mirror.clear();
      bookmarks.clear();
      course.begins(isFollowing ? course.cursor() : "");
    }
  }
}
