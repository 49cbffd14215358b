package kabar.testkit.transport;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import kabar.api.transport.CloseCause;
import kabar.api.transport.Connection;
import kabar.api.transport.Receiver;
import org.jspecify.annotations.Nullable;

/// Logs what one connection's owner hears, and what was wrong with how it was told. Its monitor
/// guards both; nothing is called while it is held.
public final class RecordingReceiver implements Receiver {
  private final Connection connection;
  private final Reaction reaction;
  private final List<Event> events = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private final AtomicReference<@Nullable Thread> caller = new AtomicReference<>();

  /// @param connection whose receiver this is
  /// @param reaction what follows each event
  public RecordingReceiver(Connection connection, Reaction reaction) {
    this.connection = connection;
    this.reaction = reaction;
  }

  /// The connection this was made for.
  public Connection connection() {
    return connection;
  }

  /// Offers a text on the connection.
  public boolean offer(String text) {
    return connection.offer(Reaction.bytes(text));
  }

  @Override
  public void received(ByteBuffer payload) {
    if (!payload.isReadOnly()) {
      addFault("a payload that can be written to");
    }
    var text = StandardCharsets.ISO_8859_1.decode(payload).toString();
    log(new Event.Received(text));
  }

  @Override
  public void oversized() {
    log(new Event.Oversized());
  }

  @Override
  public void drained() {
    log(new Event.Drained());
  }

  @Override
  public void finished() {
    log(new Event.Finished());
  }

  @Override
  public void closed(CloseCause cause) {
    log(new Event.Closed(cause));
  }

  /// All events so far.
  public synchronized List<Event> events() {
    return List.copyOf(events);
  }

  /// The texts of all payloads so far.
  public List<String> texts() {
    return select(Event.Received.class).stream().map(Event.Received::text).toList();
  }

  /// Calls that overlapped, came after the end, or handed over what can be changed.
  public synchronized List<String> faults() {
    return List.copyOf(faults);
  }

  /// Waits until so many payloads have come and answers the texts of all.
  public List<String> awaitTexts(int count) {
    await(Event.Received.class, count);
    return texts();
  }

  /// Waits for the end and answers its cause.
  public CloseCause awaitClosed() {
    await(Event.Closed.class, 1);
    return select(Event.Closed.class).getFirst().cause();
  }

  /// Waits until there are so many events of a type.
  public void await(Class<? extends Event> type, int count) {
    if (!isThere(type, count, RawPeer.DEADLINE)) {
      throw new AssertionError("%s x %d did not come: %s".formatted(type, count, this));
    }
  }

  /// Whether there are so many events of a type, or will be within that time.
  public synchronized boolean isThere(Class<? extends Event> type, int count, Duration time) {
    long end = System.nanoTime() + time.toNanos();
    try {
      while (count(type::isInstance) < count) {
        long left = end - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        TimeUnit.NANOSECONDS.timedWait(this, Math.max(left, 1_000_000));
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /// How many events of a type there are.
  public synchronized int count(Class<? extends Event> type) {
    return count((Predicate<Event>) type::isInstance);
  }

  @Override
  public synchronized String toString() {
    int first = Math.max(0, events.size() - 20);
    return "%d events, the last %s, faults %s"
        .formatted(events.size(), events.subList(first, events.size()), faults);
  }

  private void log(Event event) {
    var other = caller.getAndSet(Thread.currentThread());
    if (other != null) {
      addFault("%s on %s during a call on %s".formatted(event, Thread.currentThread(), other));
    }
    append(event);
    try {
      reaction.to(event, connection);
    } finally {
      caller.set(null);
    }
  }

  private synchronized void append(Event event) {
    if (count(Event.Closed.class) > 0) {
      faults.add(event + " after the end");
    }
    events.add(event);
    notifyAll();
  }

  private synchronized void addFault(String fault) {
    faults.add(fault);
  }

  private synchronized <T extends Event> List<T> select(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private int count(Predicate<Event> predicate) {
    return (int) events.stream().filter(predicate).count();
  }
}
