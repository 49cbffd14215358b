package kabar.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicLong;
import kabar.api.store.StoredSession;
import kabar.api.store.StoredSession.Use;
import kabar.api.store.TokenHash;
import kabar.api.transport.Peer;
import kabar.protocol.Profile;
import org.jspecify.annotations.Nullable;

/// A login that this server knows of at the moment. There is one object for each; it is compared by
/// identity. Thread-safe.
final class Session {
  private static final int ID_DIGITS = 32;

  private final TokenHash token;
  private final Profile profile;
  private final String boundTo;
  private final long createdMillis;
  private final AtomicLong nextMessageNanos = new AtomicLong();
  private final Set<Caller> callers = new CopyOnWriteArraySet<>();
  private volatile long usedMillis;
  private volatile long writtenMillis;
  private volatile @Nullable Peer peer;
  private volatile boolean hasEnded;

  Session(StoredSession stored, Profile profile) {
    this.token = stored.token();
    this.profile = profile;
    this.boundTo = stored.boundTo();
    this.createdMillis = stored.createdAt().toEpochMilli();
    this.usedMillis = stored.lastUse().at().toEpochMilli();
    this.writtenMillis = usedMillis;
  }

  TokenHash token() {
    return token;
  }

  /// What the owner of a session knows it by: the first half of the hash. It is no secret, because
  /// no token can be found by it.
  static String id(TokenHash token) {
    return token.hex().substring(0, ID_DIGITS);
  }

  Profile profile() {
    return profile;
  }

  String user() {
    return profile.user();
  }

  /// Whether a peer may use it: from anywhere, or only where it is bound to.
  boolean isGoodAt(Peer by) {
    return boundTo.isEmpty() || isBoundTo(by);
  }

  /// Whether it is bound to where a peer is.
  boolean isBoundTo(Peer by) {
    return !boundTo.isEmpty() && boundTo.equals(Place.host(by.address()));
  }

  long createdMillis() {
    return createdMillis;
  }

  /// When it was last used.
  long usedMillis() {
    return usedMillis;
  }

  /// Its last use here, empty if there was none since it was loaded.
  Optional<Use> lastUse() {
    return Optional.ofNullable(peer).map(by -> Lifespan.use(Instant.ofEpochMilli(usedMillis), by));
  }

  void use(long nowMillis, Peer by) {
    usedMillis = nowMillis;
    peer = by;
  }

  /// The last use that the store was told of, or soon will be.
  long writtenMillis() {
    return writtenMillis;
  }

  void write(long nowMillis) {
    writtenMillis = nowMillis;
  }

  /// Those whose connections are bound to it.
  Set<Caller> callers() {
    return callers;
  }

  /// Until when its messages fill the time, in the clockwork's nanoseconds; see {@link
  /// MessagePace}.
  AtomicLong nextMessageNanos() {
    return nextMessageNanos;
  }

  /// Whether it has ended: those who found it before may come too late.
  boolean hasEnded() {
    return hasEnded;
  }

  void end() {
    hasEnded = true;
  }
}
