package kabar.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import kabar.api.Following;
import kabar.api.fanout.Fanout;
import kabar.api.fanout.Hint;
import kabar.api.store.Account;
import kabar.api.store.Store;
import kabar.api.store.StoredSession;
import kabar.api.store.TokenHash;
import kabar.api.transport.Peer;
import kabar.protocol.Command;
import kabar.protocol.Profile;
import org.jspecify.annotations.Nullable;

/// Who is logged in. The store knows; what is kept here saves asking it for each command.
/// Thread-safe.
///
/// Whatever ends a session ends it in the store first, then tells of it, and whoever keeps it here
/// forgets it before that is told to anybody else; so that nothing brings it back.
final class Sessions {
  private final Store store;
  private final Lifespan lifespan;
  private final Supplier<UUID> tokens;
  private final Presence presence;
  private final Fanout fanout;
  private final ConcurrentHashMap<String, Session> known = new ConcurrentHashMap<>();
  private long ended; // guarded by this

  Sessions(Surroundings around, Lifespan lifespan, Supplier<UUID> tokens, Presence presence) {
    this.store = around.store();
    this.fanout = around.fanout();
    this.lifespan = lifespan;
    this.tokens = tokens;
    this.presence = presence;
  }

  /// Forgets from now on what ended, wherever that was.
  Following listen() {
    return fanout.follow(this::heard);
  }

  private void heard(Hint hint) {
    switch (hint) {
      case Hint.SessionsEnded(var tokens) -> forget(session -> tokens.contains(session.token()));
      case Hint.AllSessionsEnded(var user) -> forget(session -> session.user().equals(user));
      case Hint.Committed _, Hint.Changed _, Hint.PresenceStirred _, Hint.Typing _ -> {}
    }
  }

  /// A new session and its secret.
  record Opened(String token, Session session) {}

  /// Opens a session of an account as it was read before. Answers with nothing if somebody has
  /// changed its password or shut it out since.
  ///
  /// @param device what its user calls the device, empty if not told
  CompletionStage<Optional<Opened>> open(Account account, String device, Peer peer) {
    var token = tokens.get().toString();
    var stored = lifespan.begin(TokenHash.of(token), account.user(), device, peer);
    return store
        .addSession(stored)
        .thenCompose(_ -> store.account(account.user()))
        .thenCompose(
            found ->
                found.filter(it -> isAsBefore(it, account)).isPresent()
                    ? load(token)
                    : store.removeSession(stored.token()).thenApply(_ -> Optional.<Session>empty()))
        .thenApply(loaded -> loaded.map(session -> new Opened(token, session)));
  }

  /// The session of a token if it is in use here, without asking the store; from wherever.
  Optional<Session> known(String token) {
    return Optional.ofNullable(known.get(token)).filter(this::isGood);
  }

  /// The session that a caller's connection is bound to, empty if there is none or it has ended.
  Optional<Session> bound(Caller caller) {
    return caller.bound().filter(session -> !session.hasEnded() && isGood(session));
  }

  /// The session of a token, empty if there is none; from wherever.
  CompletionStage<Optional<Session>> find(String token) {
    var session = known(token);
    return session.isPresent() ? CompletableFuture.completedFuture(session) : load(token);
  }

  /// The session that a command is given in, if it is in use here, without asking the store.
  Optional<Session> known(Command.Private command, Caller caller) {
    var token = command.token();
    return token.isEmpty() ? bound(caller) : goodAt(caller, known(token));
  }

  /// The session that a command is given in, empty if there is none.
  CompletionStage<Optional<Session>> find(Command.Private command, Caller caller) {
    var token = command.token();
    return token.isEmpty() ? CompletableFuture.completedFuture(bound(caller)) : find(token, caller);
  }

  /// The session of a token that a caller tells, empty if there is none, or none for where the
  /// caller is.
  CompletionStage<Optional<Session>> find(String token, Caller caller) {
    return find(token).thenApply(found -> goodAt(caller, found));
  }

  private static Optional<Session> goodAt(Caller caller, Optional<Session> found) {
    return found.filter(session -> session.isGoodAt(caller.peer()));
  }

  /// The sessions of a user that are not over, in the order of their logins, with their last uses
  /// as far as they are known here.
  CompletionStage<List<StoredSession>> of(String user) {
    return store
        .sessions(user)
        .thenApply(
            stored -> {
              var inUse = inUse(user);
              return stored.stream()
                  .map(it -> asKnownHere(it, inUse.get(it.token())))
                  .filter(it -> !lifespan.isOver(it))
                  .toList();
            });
  }

  /// A session begins, or goes on, on a caller's connection, which is bound to it from now on if
  /// its dialect is a live one.
  void begin(Session session, Caller caller) {
    if (caller.isLive()) {
      caller.bind(session);
    }
    used(session, caller);
  }

  /// A session is used on a caller's connection now.
  void used(Session session, Caller caller) {
    caller.uses(session);
    lifespan.used(session, caller.peer());
    presence.used(session, caller);
  }

  /// Ends a session. Answers whether it was there.
  CompletionStage<Boolean> end(TokenHash token) {
    return store
        .removeSession(token)
        .thenApply(
            removed -> {
              fanout.publish(new Hint.SessionsEnded(Set.of(token)));
              return removed;
            });
  }

  /// Ends all sessions of a user. Answers how many there were.
  CompletionStage<Integer> endAll(String user) {
    return store
        .removeSessions(user)
        .thenApply(
            removed -> {
              fanout.publish(new Hint.AllSessionsEnded(user));
              return removed.size();
            });
  }

  /// Ends all sessions of a user but one.
  CompletionStage<Void> endOthers(Session staying) {
    return store
        .sessions(staying.user())
        .thenCompose(
            sessions ->
                endEach(
                    sessions.stream()
                        .map(StoredSession::token)
                        .filter(token -> !token.equals(staying.token()))
                        .toList()));
  }

  /// Ends the sessions of a user that have been idle longest, as far as the store knows, where
  /// there are more than so many. Answers how many it ended.
  CompletionStage<Integer> endIdlest(String user, int most) {
    return store
        .sessions(user)
        .thenCompose(
            sessions -> {
              var idlest =
                  sessions.stream()
                      .sorted(Comparator.comparing(session -> session.lastUse().at()))
                      .limit(Math.max(0, sessions.size() - most))
                      .map(StoredSession::token)
                      .toList();
              return endEach(idlest).thenApply(_ -> idlest.size());
            });
  }

  /// Ends a few of those that have lived long enough. Answers whether there may be more.
  CompletionStage<Boolean> expire(int limit) {
    return store
        .expireSessions(lifespan.expiry(limit))
        .thenApply(
            expired -> {
              fanout.publish(new Hint.SessionsEnded(Set.copyOf(expired)));
              return expired.size() >= limit;
            });
  }

  int knownCount() {
    return known.size();
  }

  /// What others may know of an account: of one that was deleted no more than its name.
  static Profile profile(Account account) {
    return account.state() == Account.State.DELETED
        ? new Profile(account.user(), account.user(), "")
        : new Profile(account.user(), account.displayName(), account.country());
  }

  private Map<TokenHash, Session> inUse(String user) {
    return known.values().stream()
        .filter(session -> session.user().equals(user))
        .collect(Collectors.toMap(Session::token, Function.identity()));
  }

  private static StoredSession asKnownHere(StoredSession stored, @Nullable Session inUse) {
    return Optional.ofNullable(inUse).flatMap(Session::lastUse).map(stored::used).orElse(stored);
  }

  /// Whether a session is not over; forgets it if it is.
  private boolean isGood(Session session) {
    var isOver = lifespan.isOver(session);
    if (isOver) {
      forget(session::equals);
    }
    return !isOver;
  }

  private static boolean isAsBefore(Account now, Account before) {
    return now.state() == Account.State.ACTIVE && now.passwordHash().equals(before.passwordHash());
  }

  private CompletionStage<Void> endEach(List<TokenHash> tokens) {
    CompletionStage<Void> all = CompletableFuture.completedStage(null);
    for (var token : tokens) {
      all = all.thenCombine(end(token), (_, _) -> null);
    }
    return all;
  }

  private CompletionStage<Optional<Session>> load(String token) {
    long endedBefore = ended();
    return store
        .session(TokenHash.of(token))
        .thenCompose(
            stored ->
                stored.filter(it -> !lifespan.isOver(it)).isPresent()
                    ? load(token, stored.get(), endedBefore)
                    : CompletableFuture.completedFuture(Optional.empty()));
  }

  private CompletionStage<Optional<Session>> load(
      String token, StoredSession stored, long endedBefore) {
    return store
        .account(stored.user())
        .thenCompose(
            account ->
                account.filter(it -> it.state() == Account.State.ACTIVE).isPresent()
                    ? remember(token, new Session(stored, profile(account.get())), endedBefore)
                    : CompletableFuture.completedFuture(Optional.empty()));
  }

  /// Keeps what was loaded, unless a session ended meanwhile: it might be this one, so that it is
  /// loaded again. Of two who load the same session both get the one that was kept first.
  private CompletionStage<Optional<Session>> remember(
      String token, Session loaded, long endedBefore) {
    synchronized (this) {
      if (ended == endedBefore) {
        var earlier = known.putIfAbsent(token, loaded);
        return CompletableFuture.completedFuture(Optional.of(earlier == null ? loaded : earlier));
      }
    }
    return load(token);
  }

  private synchronized long ended() {
    return ended;
  }

  /// For sessions that the store has let go already.
  private void forget(Predicate<Session> hasEnded) {
    for (var session : remove(hasEnded)) {
      session.end();
      presence.ended(session);
      session.callers().forEach(caller -> caller.ended(session));
    }
  }

  private synchronized List<Session> remove(Predicate<Session> hasEnded) {
    ended++;
    var removed = new ArrayList<Session>();
    known.values().removeIf(session -> hasEnded.test(session) && removed.add(session));
    return removed;
  }
}
