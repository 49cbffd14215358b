package kabar.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kabar.protocol.Profile;
import org.jspecify.annotations.Nullable;

/// Who is online: whoever has a session that is present. Thread-safe.
///
/// A session is present while the connection on which it was last used is open, and for a while
/// after
/// its last use. Nobody is told when that while is over: it is seen when somebody looks. After a
/// start
/// nobody is online.
final class Presence {
  private final InstantSource clock;
  private final Duration window;

  // All guarded by this. A caller is in the map as long as its connection is open and sessions were
  // last used on it.
  private final LinkedHashMap<String, User> users = new LinkedHashMap<>();
  private final Map<Caller, Set<Session>> sessionsOf = new HashMap<>();

  Presence(InstantSource clock, Duration window) {
    this.clock = clock;
    this.window = window;
  }

  /// A session was used on a caller's connection. Either may have come to its end by now.
  synchronized void used(Session session, Caller caller) {
    if (session.hasEnded()) {
      return;
    }
    var now = clock.instant();
    var user = users.get(session.user());
    if (user != null && !user.isOnline(now)) {
      users.remove(session.user());
      user = null;
    }
    if (user == null) {
      user = new User(session.profile());
      users.put(session.user(), user);
    }
    var use = user.uses.computeIfAbsent(session, _ -> new Use());
    use.at = now;
    move(session, use, caller.isGone() ? null : caller);
  }

  /// A session has ended.
  synchronized void ended(Session session) {
    var user = users.get(session.user());
    var use = user == null ? null : user.uses.remove(session);
    if (user != null && use != null) {
      move(session, use, null);
      if (user.uses.isEmpty()) {
        users.remove(session.user());
      }
    }
  }

  /// A caller's connection is gone.
  synchronized void left(Caller caller) {
    var sessions = sessionsOf.remove(caller);
    if (sessions != null) {
      for (var session : sessions) {
        var user = users.get(session.user());
        var use = user == null ? null : user.uses.get(session);
        if (use != null) {
          use.caller = null;
        }
      }
    }
  }

  /// Everybody online, in the order in which they came online.
  synchronized List<Profile> online() {
    var now = clock.instant();
    users.values().removeIf(user -> !user.isOnline(now));
    return users.values().stream().map(User::profile).toList();
  }

  private void move(Session session, Use use, @Nullable Caller to) {
    var from = use.caller;
    if (Objects.equals(from, to)) {
      return;
    }
    if (from != null) {
      var sessions = sessionsOf.get(from);
      if (sessions != null && sessions.remove(session) && sessions.isEmpty()) {
        sessionsOf.remove(from);
      }
    }
    if (to != null) {
      sessionsOf.computeIfAbsent(to, _ -> new HashSet<>()).add(session);
    }
    use.caller = to;
  }

  /// The last use of a session.
  private static final class Use {
    private @Nullable Caller caller;
    private Instant at = Instant.EPOCH;
  }

  private final class User {
    private final Profile profile;
    private final Map<Session, Use> uses = new HashMap<>();

    User(Profile profile) {
      this.profile = profile;
    }

    Profile profile() {
      return profile;
    }

    /// Forgets uses that are too old; none of them is bound to a caller.
    boolean isOnline(Instant now) {
      uses.values().removeIf(use -> !isPresent(use, now));
      return !uses.isEmpty();
    }

    private boolean isPresent(Use use, Instant now) {
      return use.caller != null || use.at.plus(window).isAfter(now);
    }
  }
}
