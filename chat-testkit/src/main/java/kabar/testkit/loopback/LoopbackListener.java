package kabar.testkit.loopback;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import kabar.api.transport.CloseCause;
import kabar.api.transport.ConnectionHandler;
import kabar.api.transport.Listener;

/// A port of a loopback transport. Its monitor guards the connections that are open; nothing is
/// called while it is held.
final class LoopbackListener implements Listener {
  private final LoopbackTransport transport;
  private final URI address;
  private final ConnectionHandler handler;
  private final Tally tally = new Tally();
  private final LongAdder accepted = new LongAdder();
  private final Set<Admitted> connections = new HashSet<>();
  private final Map<String, LongSupplier> counters =
      Map.of(
          OPEN, this::open,
          ACCEPTED, accepted::sum,
          PARTIAL, tally.partial()::sum,
          WRITES, tally.writes()::sum);
  private boolean stopped;

  LoopbackListener(LoopbackTransport transport, URI address, ConnectionHandler handler) {
    this.transport = transport;
    this.address = address;
    this.handler = handler;
  }

  LoopbackTransport transport() {
    return transport;
  }

  ConnectionHandler handler() {
    return handler;
  }

  Tally tally() {
    return tally;
  }

  @Override
  public URI address() {
    return address;
  }

  @Override
  public Map<String, LongSupplier> counters() {
    return counters;
  }

  @Override
  public Stopped stop(Duration grace) {
    refuseFromNowOn();
    if (awaitEmpty(grace)) {
      return Stopped.DRAINED;
    }
    // The grace is over when the last connection is: what ended meanwhile was not in time.
    remaining().forEach(connection -> connection.endLater(CloseCause.STOPPED));
    awaitEmpty(Duration.ofSeconds(10));
    return Stopped.FORCED;
  }

  @Override
  public void close() {
    stop(Duration.ZERO);
  }

  /// Counts a connection in, unless the listener was stopped.
  synchronized boolean admit(Admitted connection) {
    if (stopped) {
      return false;
    }
    accepted.increment();
    return connections.add(connection);
  }

  synchronized void forget(Admitted connection) {
    connections.remove(connection);
    notifyAll();
  }

  private void refuseFromNowOn() {
    synchronized (this) {
      stopped = true;
    }
    transport.forget(this);
  }

  /// Answers whether there is no connection left. On the loop there is nothing to wait for: what
  /// ends connections runs there.
  private synchronized boolean awaitEmpty(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    try {
      while (!connections.isEmpty() && !transport.loop().isCurrent()) {
        long left = end - System.nanoTime();
        if (left <= 0) {
          break;
        }
        TimeUnit.NANOSECONDS.timedWait(this, Math.max(left, 1_000_000));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return connections.isEmpty();
  }

  private synchronized List<Admitted> remaining() {
    return List.copyOf(connections);
  }

  private synchronized long open() {
    return connections.size();
  }
}
