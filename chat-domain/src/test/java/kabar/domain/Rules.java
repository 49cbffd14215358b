package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import kabar.api.Settings;
import kabar.api.fanout.Fanout;
import kabar.domain.memory.MemoryStoreProvider;
import kabar.protocol.Command;
import kabar.protocol.Profile;
import kabar.protocol.Reply;

/// All that is behind the router, with a store, a hasher and a clock that the test holds.
final class Rules {
  static final int MAX_MESSAGE_BYTES = 16;
  static final Duration PRESENCE_WINDOW = Duration.ofMinutes(5);
  private static final ChatLimits LIMITS =
      ChatLimits.from(
          Settings.of("limits", Map.of("message-bytes", String.valueOf(MAX_MESSAGE_BYTES))), 100);

  final SlowStore store;
  final FakeHasher hasher = new FakeHasher();
  final HeldClock clock = new HeldClock();
  final HeldClockwork clockwork = new HeldClockwork(clock);
  final LimitHits hits = new LimitHits();
  final Chat chat;
  private final Router router;

  private Rules(SlowStore store, ChatRules rules) {
    this(store, rules, new LocalFanout());
  }

  private Rules(SlowStore store, ChatRules rules, Fanout fanout) {
    this.store = store;
    var around = new Surroundings(store, hasher, clock, clockwork, hits, fanout);
    chat = new Chat(around, LIMITS, rules);
    chat.start();
    router = new Router(chat, new Greeting(around, LIMITS, Map.of()));
  }

  /// With the three demo users.
  static Rules ofDemo() {
    return ofDemo(ChatRules.withDefaults(true));
  }

  /// As `ofDemo`, but nobody is told who has an account.
  static Rules discreet() {
    return ofDemo(ChatRules.withDefaults(false));
  }

  /// With the three demo users and these rules.
  static Rules ofDemo(ChatRules rules) {
    return new Rules(new SlowStore(DemoUsers.store()), rules);
  }

  /// With the three demo users, who hear of each other in a test's way.
  static Rules ofDemo(Fanout fanout) {
    return new Rules(new SlowStore(DemoUsers.store()), ChatRules.withDefaults(true), fanout);
  }

  /// Without users, and with an owner code.
  static Rules empty(RegistrationRules.Policy policy) {
    var registration = new RegistrationRules(policy, Duration.ofDays(7));
    return new Rules(
        new SlowStore(new MemoryStoreProvider().open(Path.of(""), Settings.none())),
        new ChatRules(false, SessionRules.DEFAULT, registration, RetentionRule.DEFAULT));
  }

  /// After a start on the same store.
  Rules restarted() {
    return new Rules(store, ChatRules.withDefaults(true));
  }

  /// Gives a command, which may be answered later.
  CompletableFuture<Reply> begin(Command command, Caller caller) {
    return router.dispatch(command, caller).toCompletableFuture();
  }

  /// Gives a command that is answered at once.
  Reply ask(Command command, Caller caller) {
    return now(begin(command, caller));
  }

  /// What is there at once.
  static <T> T now(CompletionStage<T> stage) {
    var future = stage.toCompletableFuture();
    assertThat(future).isDone();
    return future.join();
  }

  /// The session of a token.
  Session session(String token) {
    return now(chat.sessions().find(token)).orElseThrow();
  }

  /// What the operator may do.
  Administration administration() {
    return chat.administration();
  }

  /// Logs a demo user in and answers the token.
  String login(String user, Caller caller) {
    var reply = ask(new Command.Login(user, DemoUsers.PASSWORD), caller);
    assertThat(reply).isInstanceOf(Reply.LoggedIn.class);
    return ((Reply.LoggedIn) reply).token();
  }

  /// The texts in an inbox.
  List<String> texts(String token, Caller caller) {
    return letters(token, caller).stream().map(Reply.Letter::text).toList();
  }

  /// The messages in an inbox.
  List<Reply.Letter> letters(String token, Caller caller) {
    var reply = ask(new Command.Inbox(token), caller);
    assertThat(reply).isInstanceOf(Reply.Inbox.class);
    return ((Reply.Inbox) reply).letters();
  }

  /// The names of everybody online.
  List<String> online() {
    return chat.presence().online().stream().map(Profile::user).toList();
  }

  /// The caller's connection is gone.
  void leave(Caller caller) {
    caller.leave();
    router.left(caller);
  }
}
