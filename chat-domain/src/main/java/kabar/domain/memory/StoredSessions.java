package kabar.domain.memory;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kabar.api.store.Store.Expiry;
import kabar.api.store.StoredSession;
import kabar.api.store.TokenHash;

/// All sessions. Its monitor guards what is written; finding one by its token takes no lock.
final class StoredSessions {
  private final Map<TokenHash, StoredSession> byToken = new ConcurrentHashMap<>();

  /// The tokens of each user who has any, in the order of the logins. Guarded by this.
  private final Map<String, Set<TokenHash>> byUser = new HashMap<>();

  int size() {
    return byToken.size();
  }

  Optional<StoredSession> find(TokenHash token) {
    return Optional.ofNullable(byToken.get(token));
  }

  synchronized List<StoredSession> of(String user) {
    return tokensOf(user).stream().flatMap(token -> find(token).stream()).toList();
  }

  synchronized void add(StoredSession session) {
    byToken.put(session.token(), session);
    byUser.computeIfAbsent(session.user(), _ -> new LinkedHashSet<>()).add(session.token());
  }

  synchronized boolean use(TokenHash token, StoredSession.Use use) {
    var session = find(token);
    session.ifPresent(it -> byToken.put(token, it.used(use)));
    return session.isPresent();
  }

  synchronized boolean remove(TokenHash token) {
    var session = Optional.ofNullable(byToken.remove(token));
    session.ifPresent(this::removeFromUser);
    return session.isPresent();
  }

  synchronized List<TokenHash> removeAllOf(String user) {
    var tokens = List.copyOf(tokensOf(user));
    tokens.forEach(this::remove);
    return tokens;
  }

  synchronized List<TokenHash> expire(Expiry expiry) {
    var tokens =
        byToken.values().stream()
            .filter(it -> isExpired(it, expiry))
            .limit(expiry.limit())
            .map(StoredSession::token)
            .toList();
    tokens.forEach(this::remove);
    return tokens;
  }

  private static boolean isExpired(StoredSession session, Expiry expiry) {
    return session.lastUse().at().isBefore(expiry.usedBefore())
        || session.createdAt().isBefore(expiry.createdBefore());
  }

  private Set<TokenHash> tokensOf(String user) {
    return byUser.getOrDefault(user, Set.of());
  }

  private void removeFromUser(StoredSession session) {
    var tokens = tokensOf(session.user());
    tokens.remove(session.token());
    if (tokens.isEmpty()) {
      byUser.remove(session.user());
    }
  }
}
