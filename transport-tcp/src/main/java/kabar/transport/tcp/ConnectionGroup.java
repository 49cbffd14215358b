package kabar.transport.tcp;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kabar.api.transport.CloseCause;
import kabar.api.transport.Listener.Stopped;

/// The open connections of one listener, or those that the transport opened itself. Thread-safe.
final class ConnectionGroup {
  private final Set<TcpConnection> connections = ConcurrentHashMap.newKeySet();
  private final TcpCounters counters = new TcpCounters();

  TcpCounters counters() {
    return counters;
  }

  void add(TcpConnection connection) {
    connections.add(connection);
    counters.open.increment();
  }

  void remove(TcpConnection connection) {
    if (connections.remove(connection)) {
      counters.open.decrement();
    }
    if (connections.isEmpty()) {
      synchronized (this) {
        notifyAll();
      }
    }
  }

  /// Waits until all are gone, then ends those that are left.
  Stopped stop(Duration grace) {
    try {
      if (awaitNone(grace)) {
        return Stopped.DRAINED;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    connections.forEach(connection -> connection.abort(CloseCause.STOPPED));
    return Stopped.FORCED;
  }

  private synchronized boolean awaitNone(Duration grace) throws InterruptedException {
    long end = System.nanoTime() + grace.toNanos();
    for (long left = grace.toNanos(); !connections.isEmpty(); left = end - System.nanoTime()) {
      if (left <= 0) {
        return false;
      }
      wait(left / 1_000_000, (int) (left % 1_000_000));
    }
    return true;
  }
}
