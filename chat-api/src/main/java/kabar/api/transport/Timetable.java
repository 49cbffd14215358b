package kabar.api.transport;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;

/// Who wants to be called when: the timers of a transport. Confined to one thread; times are the
/// milliseconds of a clock of the transport's own, 0 or more.
///
/// Everybody has at most one time that counts, the earliest asked for. Few ask: those inside their
/// first payload, those whose peer does not read, those about to close.
public final class Timetable {
  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparingLong(Entry::at));
  private final Map<Timed, Long> next = new HashMap<>();

  private record Entry(long at, Timed timed) {}

  /// Asks for a call at a time, unless an earlier one stands already.
  public void add(Timed timed, long at) {
    if (at != Timed.NEVER && at < next.getOrDefault(timed, Timed.NEVER)) {
      next.put(timed, at);
      entries.add(new Entry(at, timed));
    }
  }

  /// Forgets what somebody asked for.
  public void remove(Timed timed) {
    next.remove(timed);
  }

  /// Calls everybody who is due.
  public void expire(long now) {
    for (var first = entries.peek(); first != null && first.at <= now; first = entries.peek()) {
      entries.remove();
      if (next.remove(first.timed, first.at)) {
        add(first.timed, first.timed.expire(now));
      }
    }
  }

  /// How long nobody is due, in milliseconds from `now`; 0 if nobody ever is.
  public long idleMillis(long now) {
    while (!entries.isEmpty() && !isCurrent(entries.element())) {
      entries.remove();
    }
    return entries.isEmpty() ? 0 : Math.max(1, entries.element().at - now);
  }

  private boolean isCurrent(Entry entry) {
    return next.getOrDefault(entry.timed, Timed.NEVER) == entry.at;
  }
}
