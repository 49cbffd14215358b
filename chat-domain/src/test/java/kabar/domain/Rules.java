package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import kabar.protocol.Command;
import kabar.protocol.Profile;
import kabar.protocol.Reply;

/// All that is behind the router, with a store, a hasher and a clock that the test holds.
final class Rules {
  static final int MAX_MESSAGE_BYTES = 16;
  static final Duration PRESENCE_WINDOW = Duration.ofMinutes(5);

  final SlowStore store;
  final FakeHasher hasher = new FakeHasher();
  final HeldClock clock = new HeldClock();
  final Presence presence = new Presence(clock, PRESENCE_WINDOW);
  private final Router router;

  private Rules(SlowStore store, boolean revealUnknownUsers) {
    this.store = store;
    var sessions = new Sessions(store, clock, UUID::randomUUID);
    var logins = new Logins(store, hasher, sessions, presence, revealUnknownUsers);
    router = new Router(sessions, presence, logins, new Mail(store, clock, MAX_MESSAGE_BYTES));
  }

  /// With the three demo users.
  static Rules ofDemo() {
    return new Rules(new SlowStore(DemoUsers.store()), true);
  }

  /// As `ofDemo`, but nobody is told who has an account.
  static Rules discreet() {
    return new Rules(new SlowStore(DemoUsers.store()), false);
  }

  /// After a start on the same store.
  Rules restarted() {
    return new Rules(store, true);
  }

  /// Gives a command, which may be answered later.
  CompletableFuture<Reply> begin(Command command, Caller caller) {
    return router.dispatch(command, caller).toCompletableFuture();
  }

  /// Gives a command that is answered at once.
  Reply ask(Command command, Caller caller) {
    var reply = begin(command, caller);
    assertThat(reply).isDone();
    return reply.join();
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
    return presence.online().stream().map(Profile::user).toList();
  }

  /// The caller's connection is gone.
  void leave(Caller caller) {
    caller.leave();
    router.left(caller);
  }
}
