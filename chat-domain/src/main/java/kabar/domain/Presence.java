package kabar.domain;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
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
/// after its last use. Nobody is told when that while is over: it is seen when somebody looks.
/// After a start nobody is online.
final class Presence {
  private final InstantSource clock;
  private final long windowMillis;

  // All guarded by this. A caller is in the map as long as its connection is open and sessions were
  // last used on it.
  private final LinkedHashMap<String, User> users = new LinkedHashMap<>();
  private final Map<Caller, Set<Session>> sessionsOf = new HashMap<>();

  Presence(InstantSource clock, Duration window) {
    this.clock = clock;
    this.windowMillis = window.toMillis();
  }

  /// A session was used on a caller's connection. Either may have come to its end by now.
  synchronized void used(Session session, Caller caller) {
    if (session.hasEnded()) {
      return;
    }
    long now = clock.millis();
    var user = users.get(session.user());
    if (user != null && user.isUsedBy(session, caller, now)) {
      return;
    }
    if (user != null && !user.isOnline(now)) {
      users.remove(session.user());
      user = null;
    }
    if (user == null) {
      user = new User(session.profile());
      users.put(session.user(), user);
    }
    var use = user.uses.computeIfAbsent(session, _ -> new Use());
    use.atMillis = now;
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
    return profiles("");
  }

  /// Everybody online but one user, in the order in which they came online.
  synchronized List<Profile> onlineBut(String user) {
    return profiles(user);
  }

  /// How many are online.
  synchronized int onlineCount() {
    long now = clock.millis();
    users.values().removeIf(user -> !user.isOnline(now));
    return users.size();
  }

  private List<Profile> profiles(String leftOut) {
    long now = clock.millis();
    var online = new ArrayList<Profile>(users.size());
    for (var users = this.users.values().iterator(); users.hasNext(); ) {
      var user = users.next();
      if (!user.isOnline(now)) {
        users.remove();
      } else if (!user.profile.user().equals(leftOut)) {
        online.add(user.profile);
      }
    }
    return online;
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
    private long atMillis;
  }

  private final class User {
    private final Profile profile;
    private final Map<Session, Use> uses = new HashMap<>();

    User(Profile profile) {
      this.profile = profile;
    }

    /// Whether the session was last used by that caller, as is usual; notes the use then.
    boolean isUsedBy(Session session, Caller caller, long now) {
      var use = uses.get(session);
      if (use == null || !caller.equals(use.caller)) {
        return false;
      }
      use.atMillis = now;
      return true;
    }

    /// Forgets uses that are too old; none of them is bound to a caller.
    boolean isOnline(long now) {
      uses.values().removeIf(use -> !isPresent(use, now));
      return !uses.isEmpty();
    }

    private boolean isPresent(Use use, long now) {
      return use.caller != null || now - use.atMillis < windowMillis;
    }
  }
}
