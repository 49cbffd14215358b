package kabar.client;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/// Time that passes only when a test lets it, and everything that happens in it, on one thread.
///
/// What is due at the same moment happens in the order of those it happens to, so that a run does
/// not depend on the order in which somebody went through a set.
final class VirtualTime {
  private final PriorityQueue<Due> queue = new PriorityQueue<>();
  private final Map<Integer, Long> counts = new HashMap<>();
  private long nanos;

  /// Something that is to happen.
  private record Due(long nanos, int actor, long number, Runnable task) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      int byTime = Long.compare(nanos, other.nanos);
      int byActor = byTime == 0 ? Integer.compare(actor, other.actor) : byTime;
      return byActor == 0 ? Long.compare(number, other.number) : byActor;
    }
  }

  long nanos() {
    return nanos;
  }

  /// Lets something happen at a moment that is not over.
  ///
  /// @param actor to whom it happens
  synchronized void at(long when, int actor, Runnable task) {
    long number = counts.merge(actor, 1L, Long::sum);
    queue.add(new Due(Math.max(when, nanos), actor, number, task));
  }

  /// Lets so much time pass.
  void pass(Duration time) {
    long end = nanos + time.toNanos();
    while (nextIsBefore(end)) {
      step();
    }
    nanos = end;
  }

  /// Lets time pass until something holds, or so much is over.
  ///
  /// @return whether it holds
  boolean passUntil(BooleanSupplier condition, Duration most) {
    long end = nanos + most.toNanos();
    while (!condition.getAsBoolean()) {
      if (!nextIsBefore(end)) {
        nanos = end;
        return condition.getAsBoolean();
      }
      step();
    }
    return true;
  }

  private synchronized boolean nextIsBefore(long end) {
    var next = queue.peek();
    return next != null && next.nanos <= end;
  }

  private void step() {
    Due due;
    synchronized (this) {
      due = queue.remove();
      nanos = due.nanos;
    }
    due.task.run();
  }
}
