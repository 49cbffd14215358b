package kabar.api.transport;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import kabar.api.transport.Listener.Stopped;

/// The open connections of one listener, or those that a transport opened itself. Thread-safe.
///
/// @param <C> the transport's own type of connection
public final class OpenConnections<C> {
  private final Set<C> connections = ConcurrentHashMap.newKeySet();
  private final Consumer<? super C> force;

  /// @param force ends a connection at once because its listener or transport stops
  public OpenConnections(Consumer<? super C> force) {
    this.force = force;
  }

  /// How many are open now.
  public int count() {
    return connections.size();
  }

  /// Takes one that has been opened.
  public void add(C connection) {
    connections.add(connection);
  }

  /// Forgets one that is gone.
  public void remove(C connection) {
    connections.remove(connection);
    if (connections.isEmpty()) {
      synchronized (this) {
        notifyAll();
      }
    }
  }

  /// Waits until all are gone, then ends those that are left. Blocks; an interrupt ends the wait.
  public Stopped stop(Duration grace) {
    try {
      if (awaitNone(grace)) {
        return Stopped.DRAINED;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    connections.forEach(force);
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
