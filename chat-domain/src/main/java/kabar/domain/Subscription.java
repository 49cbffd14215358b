package kabar.domain;

import java.util.List;
import java.util.Optional;
import kabar.api.store.Change;
import kabar.api.store.Cursor;
import kabar.api.store.Replay;
import kabar.api.store.Store;
import kabar.protocol.Event;
import kabar.protocol.Notice;
import org.jspecify.annotations.Nullable;

/// Tells one connection of all that its user may see: each change once, in commit order, and what
/// is of the moment besides. Thread-safe.
///
/// It hears of changes from its first moment on. While it is not live, it only remembers that there
/// are some, and reads them from the store, page by page; it is live again when it has read up to
/// the newest it heard of. A change that finds no room is left to the store in the same way, so
/// that whatever a peer does, nothing waits here for it but a few numbers.
///
/// All is guarded by its lock, in which notices are offered, so that they leave in order and none
/// after the end; the store is never called with it.
final class Subscription {
  private static final System.Logger LOG = System.getLogger(Subscription.class.getName());
  private static final int LARGEST_PAGE = 200;
  private static final int SMALLEST_PAGE = 8;

  /// Says that others may stand otherwise than was told, so that one has to look.
  private static final Notice LOOK_AGAIN = new Notice(new Event.Presences(List.of(), false));

  private final String user;
  private final Outlet outlet;
  private final Store store;
  private final Audience audience;
  private final LiveCounters counters;
  private final String incarnation;
  private final ChangeEvents events;

  private State state = State.WAITING;
  private long seen; // all up to here was handed over
  private long told; // the last position that the peer knows of
  private long newest; // there is something up to here, as far as is known
  private int pageSize = LARGEST_PAGE;
  private boolean isPresenceMissed;

  private enum State {
    /// The peer does not know yet that it is subscribed.
    WAITING,
    /// Whoever made it this reads the store, and nobody else.
    READING,
    /// The next change waits for room.
    BLOCKED,
    /// Changes are handed over as they are heard of.
    LIVE,
    ENDED
  }

  Subscription(String user, Outlet outlet, Newsroom newsroom) {
    this.user = user;
    this.outlet = outlet;
    this.store = newsroom.store();
    this.audience = newsroom.audience();
    this.counters = newsroom.counters();
    this.incarnation = store.cursor().incarnation();
    this.events = new ChangeEvents(incarnation);
  }

  String user() {
    return user;
  }

  /// The last cursor that the peer was told, empty before it is told of any.
  synchronized Optional<Cursor> cursor() {
    return state == State.WAITING ? Optional.empty() : Optional.of(new Cursor(incarnation, told));
  }

  /// Begins, now that the peer has its answer, after the position that was told there. The peer is
  /// known to have missed nothing up to another, which may lie further on.
  void start(long toldPosition, long seenPosition) {
    synchronized (this) {
      if (state != State.WAITING) {
        return;
      }
      told = toldPosition;
      seen = seenPosition;
      state = State.READING;
    }
    read();
  }

  /// Hears of a change that its user may see, with the notice of it. Called for all changes of the
  /// user in commit order.
  synchronized void committed(Change change, Notice notice) {
    newest = Math.max(newest, change.position());
    if (state == State.LIVE && change.position() > seen && !handOver(change, notice)) {
      counters.fallBehind();
    }
  }

  /// Hears that there are changes that its user may see, up to a cursor.
  void changed(Cursor upTo) {
    synchronized (this) {
      if (!upTo.incarnation().equals(incarnation)) {
        return;
      }
      newest = Math.max(newest, upTo.position());
      if (state != State.LIVE || newest <= seen) {
        return;
      }
      state = State.READING;
    }
    read();
  }

  /// Hears of something that is of no use later.
  synchronized void tell(Notice notice) {
    if (isStarted() && !push(notice)) {
      counters.drop();
    }
  }

  /// Hears how others stand. What finds no room is made up for by a word that one has to look.
  synchronized void tellPresence(Notice notice) {
    if (isStarted() && !push(notice)) {
      counters.drop();
      isPresenceMissed = true;
    }
  }

  /// There is room again.
  void room() {
    synchronized (this) {
      if (isPresenceMissed && isStarted()) {
        isPresenceMissed = !push(LOOK_AGAIN);
      }
      if (state != State.BLOCKED) {
        return;
      }
      state = State.READING;
    }
    read();
  }

  /// Tells nothing any more once this returns.
  void end() {
    synchronized (this) {
      state = State.ENDED;
    }
    audience.remove(this);
  }

  private boolean isStarted() {
    return state != State.WAITING && state != State.ENDED;
  }

  /// Reads until nothing is left, there is no room, or the store answers later, and then goes on.
  private void read() {
    for (var page = next(); page.isPresent(); page = next()) {
      long wanted = page.get().wanted();
      var replay = store.replay(user, page.get().after(), page.get().limit());
      if (replay.toCompletableFuture().isDone()) {
        replay.whenComplete((it, failure) -> take(it, failure, wanted));
      } else {
        replay.whenComplete(
            (it, failure) -> {
              take(it, failure, wanted);
              read();
            });
        return;
      }
    }
  }

  /// What to read next.
  ///
  /// @param wanted the newest change heard of then
  private record Next(Cursor after, int limit, long wanted) {}

  private synchronized Optional<Next> next() {
    if (state == State.READING && newest <= seen) {
      state = State.LIVE;
    }
    return state == State.READING
        ? Optional.of(new Next(new Cursor(incarnation, seen), pageSize, newest))
        : Optional.empty();
  }

  private void take(@Nullable Replay replay, @Nullable Throwable failure, long wanted) {
    switch (replay) {
      case null -> giveUp("the store could not be read: " + failure);
      case Replay.Reset _ -> giveUp("messages that were not sent yet have been purged");
      case Replay.Continued read -> take(read, wanted);
    }
  }

  private synchronized void take(Replay.Continued read, long wanted) {
    for (var change : read.page().items()) {
      if (state != State.READING || !handOver(change, events.of(change, user))) {
        return;
      }
    }
    seen = Math.max(seen, read.cursor().position());
    pageSize = Math.min(2 * pageSize, LARGEST_PAGE);
    if (read.page().more()) {
      newest = Math.max(newest, seen + 1);
    } else if (newest == wanted) {
      // Whoever told of more than there is was wrong.
      newest = Math.min(newest, seen);
    }
  }

  /// Hands a change over, or waits for room and reads less at once then. Answers whether it was.
  private boolean handOver(Change change, Notice notice) {
    if (push(notice)) {
      seen = change.position();
      told = seen;
      return true;
    }
    seen = change.position() - 1;
    newest = Math.max(newest, change.position());
    state = State.BLOCKED;
    pageSize = Math.max(pageSize / 2, SMALLEST_PAGE);
    return false;
  }

  private boolean push(Notice notice) {
    var isAccepted = outlet.push(notice);
    if (isAccepted) {
      counters.tell();
    }
    return isAccepted;
  }

  /// The peer connects again, subscribes after what it has, and learns how that stands.
  private void giveUp(String why) {
    LOG.log(System.Logger.Level.WARNING, "a live connection is ended: {0}", why);
    end();
    outlet.close();
  }
}
