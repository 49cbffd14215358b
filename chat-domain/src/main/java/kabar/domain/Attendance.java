package kabar.domain;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import kabar.protocol.Person;
import kabar.protocol.Profile;
import org.jspecify.annotations.Nullable;

/// A user who is online: by which sessions, and what they say. Guarded by whoever keeps it.
///
/// Times are the clock's milliseconds.
final class Attendance {
  private final Profile profile;
  private final Map<Session, Use> uses = new HashMap<>();
  private Standing standing = Standing.ONLINE;
  private long sinceMillis;

  Attendance(Profile profile, long nowMillis) {
    this.profile = profile;
    this.sinceMillis = nowMillis;
  }

  /// What makes a session present: callers that hold it, or else the time until it fades.
  static final class Use {
    private final Set<Caller> holders = new HashSet<>(2);
    private long fadesAtMillis = Long.MIN_VALUE;

    Set<Caller> holders() {
      return holders;
    }

    /// It does not fade before a time.
    void lastsUntil(long millis) {
      fadesAtMillis = Math.max(fadesAtMillis, millis);
    }

    /// The caller of the text dialect among those who hold it, of whom there is one at most.
    @Nullable Caller textHolder() {
      for (var holder : holders) {
        if (!holder.isLive()) {
          return holder;
        }
      }
      return null;
    }

    private long endMillis() {
      return holders.isEmpty() ? fadesAtMillis : Long.MAX_VALUE;
    }
  }

  Profile profile() {
    return profile;
  }

  @Nullable Use use(Session session) {
    return uses.get(session);
  }

  Use begin(Session session) {
    return uses.computeIfAbsent(session, _ -> new Use());
  }

  void end(Session session) {
    uses.remove(session);
  }

  boolean isOver() {
    return uses.isEmpty();
  }

  /// When the user goes offline if nothing more happens; `Long.MAX_VALUE` for not at all.
  long endMillis() {
    long end = Long.MIN_VALUE;
    for (var use : uses.values()) {
      end = Math.max(end, use.endMillis());
    }
    return end;
  }

  /// Whether no session is present any more. Else those that have faded are forgotten.
  boolean hasFaded(long nowMillis) {
    if (endMillis() <= nowMillis) {
      return true;
    }
    if (uses.size() > 1) {
      uses.values().removeIf(use -> use.endMillis() <= nowMillis);
    }
    return false;
  }

  Standing standing() {
    return standing;
  }

  void says(Standing said, long nowMillis) {
    if (said.presence() != standing.presence()) {
      sinceMillis = nowMillis;
    }
    standing = said;
  }

  Person person() {
    return standing.person(profile, Instant.ofEpochMilli(sinceMillis));
  }
}
