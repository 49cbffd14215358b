package kabar.domain;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// Ends connections that have said nothing for too long. Thread-safe.
///
/// One timer serves all: it rings when the one that has been silent longest may have to go, at
/// least a second after it rang last, and looks at all of them. So a connection ends up to a second
/// late, and what it says costs no more than reading the time.
final class IdleWatch {
  private static final long AT_LEAST = Duration.ofSeconds(1).toNanos();

  private final Clockwork clockwork;
  private final LimitHits hits;
  private final long longestNanos;
  private final Set<Watched> watched = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean isSet = new AtomicBoolean();

  IdleWatch(Clockwork clockwork, LimitHits hits, Duration longest) {
    this.clockwork = clockwork;
    this.hits = hits;
    this.longestNanos = longest.toNanos();
  }

  /// Somebody who may not be silent for ever.
  interface Watched {

    /// When it was last heard, in the clockwork's nanoseconds.
    long heardNanos();

    /// Ends it. Any thread.
    void turnAway();
  }

  /// The time in which words are counted, in nanoseconds.
  long nanos() {
    return clockwork.nanos();
  }

  /// Watches somebody until {@link #forget}.
  void watch(Watched speaker) {
    watched.add(speaker);
    setUnlessSet(longestNanos);
  }

  /// Watches somebody no longer.
  void forget(Watched speaker) {
    watched.remove(speaker);
  }

  /// While the timer is set, whoever begins to be watched is not due before it rings.
  private void setUnlessSet(long delayNanos) {
    if (isSet.compareAndSet(false, true)) {
      set(delayNanos);
    }
  }

  private void look() {
    long now = clockwork.nanos();
    watched.stream().filter(it -> dueNanos(it) <= now).toList().forEach(this::end);
    long next = watched.stream().mapToLong(this::dueNanos).min().orElse(now + longestNanos);
    setAgain(Math.max(next - now, AT_LEAST));
  }

  private long dueNanos(Watched speaker) {
    return speaker.heardNanos() + longestNanos;
  }

  private void end(Watched speaker) {
    if (watched.remove(speaker)) {
      hits.hit(Limit.IDLE);
      speaker.turnAway();
    }
  }

  /// Rests while there is nobody to watch.
  private void setAgain(long delayNanos) {
    if (watched.isEmpty()) {
      isSet.set(false);
      if (!watched.isEmpty()) {
        setUnlessSet(longestNanos);
      }
    } else {
      set(delayNanos);
    }
  }

  private void set(long delayNanos) {
    CompletionStage<Void> due = clockwork.after(Duration.ofNanos(delayNanos));
    due.thenRun(this::look);
  }
}
