package kabar.domain;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import kabar.api.store.Account;
import kabar.api.store.Store;
import kabar.api.store.StoredSession;
import kabar.api.store.TokenHash;
import kabar.protocol.Profile;

/// Who is logged in. The store knows; what is kept here saves asking it for each command.
/// Thread-safe.
final class Sessions {
  private final Store store;
  private final InstantSource clock;
  private final Supplier<UUID> tokens;
  private final ConcurrentHashMap<String, Session> known = new ConcurrentHashMap<>();
  private long ended; // guarded by this

  Sessions(Store store, InstantSource clock, Supplier<UUID> tokens) {
    this.store = store;
    this.clock = clock;
    this.tokens = tokens;
  }

  /// A new session and its secret.
  record Opened(String token, Session session) {}

  CompletionStage<Opened> open(Account account) {
    var token = tokens.get().toString();
    var session = new Session(TokenHash.of(token), profile(account));
    var now = clock.instant();
    var use = new StoredSession.Use(now, "", "");
    return store
        .addSession(new StoredSession(session.token(), session.user(), "", now, use))
        .thenApply(
            _ -> {
              known.put(token, session);
              return new Opened(token, session);
            });
  }

  /// The session of a token if it is in use here, without asking the store.
  Optional<Session> known(String token) {
    return Optional.ofNullable(known.get(token));
  }

  /// The session of a token, empty if there is none.
  CompletionStage<Optional<Session>> find(String token) {
    var session = known(token);
    return session.isPresent() ? CompletableFuture.completedFuture(session) : load(token);
  }

  /// Ends a session, here and in the store. Answers whether it was there.
  CompletionStage<Boolean> end(String token, Session session) {
    return store
        .removeSession(session.token())
        .thenApply(
            removed -> {
              forget(token);
              session.end();
              return removed;
            });
  }

  int knownCount() {
    return known.size();
  }

  static Profile profile(Account account) {
    return new Profile(account.user(), account.displayName(), account.country());
  }

  private CompletionStage<Optional<Session>> load(String token) {
    long endedBefore = ended();
    var hash = TokenHash.of(token);
    return store
        .session(hash)
        .thenCompose(
            stored ->
                stored.isEmpty()
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : store.account(stored.get().user()))
        .thenCompose(
            account ->
                account.isEmpty()
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : remember(token, new Session(hash, profile(account.get())), endedBefore));
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

  private synchronized void forget(String token) {
    ended++;
    known.remove(token);
  }
}
