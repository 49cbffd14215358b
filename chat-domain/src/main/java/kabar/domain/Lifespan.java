package kabar.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import kabar.api.store.Store;
import kabar.api.store.Store.Expiry;
import kabar.api.store.StoredSession;
import kabar.api.store.StoredSession.Use;
import kabar.api.store.TokenHash;
import kabar.api.transport.Peer;

/// When sessions begin, when they were last used, and so when they are over. Thread-safe.
///
/// A use is written into the store some time later, and not each one: in between the store knows an
/// older one, by no more than the interval and the rest of the chore that writes.
final class Lifespan {
  private static final Duration WRITE_INTERVAL = Duration.ofMinutes(10);

  private final Store store;
  private final InstantSource clock;
  private final SessionRules rules;
  private final ConcurrentHashMap<Session, Use> unwritten = new ConcurrentHashMap<>();

  Lifespan(Store store, InstantSource clock, SessionRules rules) {
    this.store = store;
    this.clock = clock;
    this.rules = rules;
  }

  /// A session that begins now. Its token goes to where the peer says that it is: if that is not
  /// proven, the session is good nowhere else, so that what somebody else reads there, or makes go
  /// there, is of no use to them.
  ///
  /// @param device what its user calls the device, empty if not told
  StoredSession begin(TokenHash token, String user, String device, Peer peer) {
    var now = clock.instant();
    var boundTo = peer.addressProven() ? "" : Place.host(peer.address());
    return new StoredSession(token, user, device, boundTo, now, use(now, peer));
  }

  /// Whether a session has been idle for too long or has lived long enough.
  boolean isOver(Session session) {
    return isOver(session.createdMillis(), session.usedMillis());
  }

  /// The same, of one that is not known here.
  boolean isOver(StoredSession session) {
    return isOver(session.createdAt().toEpochMilli(), session.lastUse().at().toEpochMilli());
  }

  /// A session is used by a peer now.
  void used(Session session, Peer peer) {
    long now = clock.millis();
    session.use(now, peer);
    if (now - session.writtenMillis() >= WRITE_INTERVAL.toMillis()) {
      session.write(now);
      unwritten.put(session, use(Instant.ofEpochMilli(now), peer));
    }
  }

  /// What is over now.
  Expiry expiry(int limit) {
    var now = clock.instant();
    return new Expiry(now.minus(rules.idle()), now.minus(rules.longest()), limit);
  }

  /// Writes down some of the uses that are not. Answers whether there are more.
  CompletionStage<Boolean> write(int limit) {
    CompletionStage<?> all = CompletableFuture.completedStage(null);
    int count = 0;
    for (var uses = unwritten.entrySet().iterator(); uses.hasNext() && count < limit; count++) {
      var use = uses.next();
      uses.remove();
      all = all.thenCombine(store.useSession(use.getKey().token(), use.getValue()), (_, _) -> null);
    }
    var isMoreLeft = !unwritten.isEmpty();
    return all.thenApply(_ -> isMoreLeft);
  }

  private boolean isOver(long createdMillis, long usedMillis) {
    long now = clock.millis();
    return now - usedMillis >= rules.idle().toMillis()
        || now - createdMillis >= rules.longest().toMillis();
  }

  /// What is written down of a use.
  static Use use(Instant at, Peer peer) {
    return new Use(at, peer.transport(), Place.text(peer.address()));
  }
}
