package kabar.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import kabar.domain.Attendance.Use;
import kabar.protocol.Person;
import kabar.protocol.Profile;

/// Who is online: whoever has a session that is present. Thread-safe.
///
/// A session is present while a live connection is bound to it, and 15 seconds longer; and while
/// the connection of the text dialect on which it was last used is open, and for a while after that
/// use. Nobody is told when such a while is over: it is seen when somebody looks. After a start
/// nobody is online.
///
/// While it is watched, it notes who may stand otherwise than was told, for {@link #settle}.
final class Presence {
  /// How long a session is present after its last live connection has broken.
  static final Duration GRACE = Duration.ofSeconds(15);

  private static final int MOST_DEPARTURES = 100_000;

  private final InstantSource clock;
  private final long windowMillis;
  private final Consumer<String> stirred;

  // All guarded by this. Users stand in the order in which they came online. A caller is in the map
  // as long as its connection is open and it holds sessions.
  private final LinkedHashMap<String, Attendance> users = new LinkedHashMap<>();
  private final Map<Caller, Set<Session>> sessionsOf = new HashMap<>();
  private final Departures departures;
  private final Unsettled unsettled = new Unsettled();

  /// @param window how long a session is present after a use in the text dialect
  /// @param stirred hears of users who may stand otherwise, now or after a while; no lock is held
  Presence(InstantSource clock, Duration window, Consumer<String> stirred) {
    this.clock = clock;
    this.windowMillis = window.toMillis();
    this.stirred = stirred;
    this.departures = new Departures(clock.millis(), MOST_DEPARTURES);
  }

  /// A session was used on a caller's connection. Either may have come to its end by now.
  void used(Session session, Caller caller) {
    use(session, caller).forEach(stirred);
  }

  /// A session has ended.
  void ended(Session session) {
    end(session).forEach(stirred);
  }

  /// A caller's connection is gone.
  void left(Caller caller) {
    letGo(caller).forEach(stirred);
  }

  /// The user of a session says how they stand, which is forgotten when they go offline. Whoever is
  /// not online says nothing.
  void says(Session session, Standing said) {
    say(session, said).forEach(stirred);
  }

  /// Everybody online, in the order in which they came online.
  List<Profile> online() {
    return onlineBut("");
  }

  /// Everybody online but one user, in the order in which they came online.
  synchronized List<Profile> onlineBut(String user) {
    fadeAll();
    var online = new ArrayList<Profile>(users.size());
    for (var attendance : users.values()) {
      if (!attendance.profile().user().equals(user)) {
        online.add(attendance.profile());
      }
    }
    return online;
  }

  /// How many are online.
  synchronized int onlineCount() {
    fadeAll();
    return users.size();
  }

  /// Everybody online, in the order of their names.
  synchronized List<Person> people() {
    fadeAll();
    unsettled.lookedAt();
    return users.values().stream()
        .map(Attendance::person)
        .sorted(Comparator.comparing(it -> it.profile().user()))
        .toList();
  }

  /// How a user stands.
  synchronized Person person(Profile profile) {
    fade(profile.user(), clock.millis());
    unsettled.lookedAt();
    return now(profile);
  }

  /// Begins, or ends, to note who stands otherwise.
  synchronized void watch(boolean isWatched) {
    unsettled.watch(isWatched);
  }

  /// Those who stand otherwise than when it was last called, or watching began, as they stand now.
  /// Whoever stands as before is left out, unless somebody looked meanwhile.
  synchronized List<Person> settle() {
    fadeAll();
    return unsettled.settle(this::now);
  }

  /// How long until the first goes offline if nothing more happens, empty if nobody will.
  synchronized Optional<Duration> untilNextFades() {
    return users.values().stream()
        .map(Attendance::endMillis)
        .filter(end -> end != Long.MAX_VALUE)
        .min(Comparator.naturalOrder())
        .map(end -> Duration.ofMillis(end - clock.millis()));
  }

  /// Answers whose standing it may touch, as all below do.
  private synchronized Set<String> use(Session session, Caller caller) {
    long now = clock.millis();
    if (session.hasEnded()
        || isHeld(session, caller, now)
        || isTaken(session, caller, now)
        || isProlonged(session, caller, now)) {
      return Set.of();
    }
    // A live connection is bound to one session at a time.
    var touched = caller.isLive() ? letGo(caller) : new HashSet<String>();
    touched.add(session.user());
    fade(session.user(), now);
    note(session.profile());
    hold(session, begin(session, now), caller, now);
    return touched;
  }

  private synchronized Set<String> end(Session session) {
    var user = users.get(session.user());
    var use = user == null ? null : user.use(session);
    if (user == null || use == null) {
      return Set.of();
    }
    note(user.profile());
    use.holders().forEach(caller -> drop(session, caller));
    user.end(session);
    if (user.isOver()) {
      depart(user, clock.millis());
    }
    return Set.of(session.user());
  }

  private synchronized Set<String> letGo(Caller caller) {
    var touched = new HashSet<String>();
    var sessions = sessionsOf.remove(caller);
    if (sessions != null) {
      for (var session : sessions) {
        letGo(session, caller);
        touched.add(session.user());
      }
    }
    return touched;
  }

  private synchronized Set<String> say(Session session, Standing said) {
    var user = users.get(session.user());
    if (user == null || session.hasEnded()) {
      return Set.of();
    }
    note(user.profile());
    user.says(said, clock.millis());
    return Set.of(session.user());
  }

  /// Whether the caller holds the session already, as is usual; notes the use then.
  private boolean isHeld(Session session, Caller caller, long now) {
    var user = users.get(session.user());
    var use = user == null ? null : user.use(session);
    if (use == null || !use.holders().contains(caller)) {
      return false;
    }
    use.lastsUntil(now + lastingMillis(caller));
    return true;
  }

  /// Whether another caller of the text dialect held the session, as is usual with a token on many
  /// connections; it passes to this one then, and the user stands as before.
  private boolean isTaken(Session session, Caller caller, long now) {
    var user = users.get(session.user());
    var use = user == null ? null : user.use(session);
    if (use == null || caller.isLive() || caller.isGone() || use.textHolder() == null) {
      return false;
    }
    hold(session, use, caller, now);
    return true;
  }

  /// Whether a caller that holds nothing, because its connection does not stay, used a session that
  /// is present for a while; it is for longer then, and the user stands as before.
  private boolean isProlonged(Session session, Caller caller, long now) {
    var user = users.get(session.user());
    if (user == null || caller.isLive() || !caller.isGone() || user.hasFaded(now)) {
      return false;
    }
    var use = user.use(session);
    if (use == null || use.textHolder() != null) {
      return false;
    }
    use.lastsUntil(now + lastingMillis(caller));
    return true;
  }

  private long lastingMillis(Caller caller) {
    return caller.isLive() ? GRACE.toMillis() : windowMillis;
  }

  private Use begin(Session session, long now) {
    departures.returned(session.user());
    return users
        .computeIfAbsent(session.user(), _ -> new Attendance(session.profile(), now))
        .begin(session);
  }

  /// Of callers of the text dialect only the last holds a session, of live ones each.
  private void hold(Session session, Use use, Caller caller, long now) {
    use.lastsUntil(now + lastingMillis(caller));
    var earlier = caller.isLive() ? null : use.textHolder();
    if (earlier != null) {
      drop(session, earlier);
      use.holders().remove(earlier);
    }
    if (!caller.isGone()) {
      use.holders().add(caller);
      sessionsOf.computeIfAbsent(caller, _ -> new HashSet<>(2)).add(session);
    }
  }

  private void letGo(Session session, Caller caller) {
    var user = users.get(session.user());
    var use = user == null ? null : user.use(session);
    if (use != null && use.holders().remove(caller) && caller.isLive()) {
      use.lastsUntil(clock.millis() + GRACE.toMillis());
    }
  }

  private void drop(Session session, Caller caller) {
    var sessions = sessionsOf.get(caller);
    if (sessions != null && sessions.remove(session) && sessions.isEmpty()) {
      sessionsOf.remove(caller);
    }
  }

  private void fadeAll() {
    long now = clock.millis();
    var faded = new ArrayList<Attendance>(0);
    for (var user : users.values()) {
      if (user.hasFaded(now)) {
        faded.add(user);
      }
    }
    faded.forEach(this::fade);
  }

  private void fade(String name, long now) {
    var user = users.get(name);
    if (user != null && user.hasFaded(now)) {
      fade(user);
    }
  }

  private void fade(Attendance user) {
    note(user.profile());
    depart(user, user.endMillis());
  }

  private void depart(Attendance user, long atMillis) {
    users.remove(user.profile().user());
    departures.left(user.profile().user(), atMillis);
  }

  /// Whoever is about to change is noted as they are known to stand.
  private void note(Profile profile) {
    var user = users.get(profile.user());
    unsettled.note(profile, user == null ? Standing.OFFLINE : user.standing());
  }

  private Person now(Profile profile) {
    var user = users.get(profile.user());
    return user == null
        ? Standing.OFFLINE.person(
            profile, Instant.ofEpochMilli(departures.sinceMillis(profile.user())))
        : user.person();
  }
}
