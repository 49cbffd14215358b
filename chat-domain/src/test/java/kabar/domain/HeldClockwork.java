package kabar.domain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Stands still until the test moves it, and moves a clock along. Thread-safe.
final class HeldClockwork implements Clockwork {
  private final HeldClock clock;
  private final List<Turn> turns = new ArrayList<>();
  private long nanos;
  private boolean isClosed;

  HeldClockwork(HeldClock clock) {
    this.clock = clock;
  }

  private record Turn(long dueNanos, CompletableFuture<Void> future) {}

  @Override
  public synchronized CompletableFuture<Void> after(Duration delay) {
    var turn = new Turn(nanos + delay.toNanos(), new CompletableFuture<>());
    turns.add(turn);
    return turn.future;
  }

  @Override
  public synchronized long nanos() {
    return nanos;
  }

  /// Lets time pass, and does what is due on the way, at its time.
  void advance(Duration time) {
    long end = nanos() + time.toNanos();
    for (var turn = nextUntil(end); turn.isPresent(); turn = nextUntil(end)) {
      moveTo(turn.get().dueNanos);
      turn.get().future.complete(null);
    }
    moveTo(end);
  }

  /// How many wait for their turn.
  synchronized int waiting() {
    return (int) turns.stream().filter(turn -> !turn.future.isDone()).count();
  }

  synchronized boolean isClosed() {
    return isClosed;
  }

  @Override
  public synchronized void close() {
    isClosed = true;
    turns.clear();
  }

  private synchronized Optional<Turn> nextUntil(long end) {
    turns.removeIf(turn -> turn.future.isDone());
    var next =
        turns.stream()
            .filter(turn -> turn.dueNanos <= end)
            .min(Comparator.comparingLong(Turn::dueNanos));
    next.ifPresent(turns::remove);
    return next;
  }

  private synchronized void moveTo(long then) {
    clock.advance(Duration.ofNanos(then - nanos));
    nanos = then;
  }
}
