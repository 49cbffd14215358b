package example.transport.unix;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import kabar.api.transport.CloseCause;
import kabar.api.transport.Listener;
import kabar.api.transport.Listener.Stopped;

/// The open connections of one listener, or those that the transport opened itself, and what is
/// counted of them. Thread-safe.
final class Connections {
  final LongAdder accepted = new LongAdder();
  final LongAdder partial = new LongAdder();
  final LongAdder writes = new LongAdder();

  private final Set<UnixConnection> open = ConcurrentHashMap.newKeySet();

  Map<String, LongSupplier> counters() {
    return Map.of(
        Listener.OPEN, open::size,
        Listener.ACCEPTED, accepted::sum,
        Listener.PARTIAL, partial::sum,
        Listener.WRITES, writes::sum);
  }

  void add(UnixConnection connection) {
    open.add(connection);
    accepted.increment();
  }

  synchronized void remove(UnixConnection connection) {
    open.remove(connection);
    notifyAll();
  }

  void checkDeadlines() {
    long now = System.nanoTime();
    open.forEach(connection -> connection.checkDeadlines(now));
  }

  /// Waits until all are gone, then ends those that are left.
  Stopped stop(Duration grace) {
    if (awaitNone(grace)) {
      return Stopped.DRAINED;
    }
    open.forEach(connection -> connection.end(CloseCause.STOPPED));
    return Stopped.FORCED;
  }

  private synchronized boolean awaitNone(Duration grace) {
    long end = System.nanoTime() + grace.toNanos();
    try {
      for (long left = grace.toNanos(); !open.isEmpty(); left = end - System.nanoTime()) {
        if (left <= 0) {
          return false;
        }
        wait(left / 1_000_000, (int) (left % 1_000_000));
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
