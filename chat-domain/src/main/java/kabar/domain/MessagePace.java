package kabar.domain;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/// Slows down sessions that send too fast: what is too early waits until it is on time, or is not
/// taken at all, as its dialect wants it. Thread-safe.
///
/// What waits is an answer that is not ready yet, so that its connection is paused once it has too
/// many of them.
final class MessagePace {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final long MILLI = Duration.ofMillis(1).toNanos();
  private static final CompletionStage<Void> NOW = CompletableFuture.completedStage(null);

  private final MessageRate rate;
  private final Clockwork clockwork;
  private final LimitHits hits;
  private final Map<Object, CompletableFuture<Void>> waiting = new ConcurrentHashMap<>();
  private volatile boolean isLifted;

  MessagePace(MessageRate rate, Surroundings around) {
    this.rate = rate;
    this.clockwork = around.clockwork();
    this.hits = around.hits();
    this.isLifted = rate.perSecond() == 0;
  }

  /// Completes when a message of a session is on time.
  CompletionStage<Void> onTime(Session session) {
    if (isLifted) {
      return NOW;
    }
    long delay = delayNanos(session);
    if (delay <= 0) {
      return NOW;
    }
    hits.hit(Limit.MESSAGES);
    var turn = clockwork.after(Duration.ofNanos(delay));
    var ticket = new Object();
    waiting.put(ticket, turn);
    var passed = turn.whenComplete((_, _) -> waiting.remove(ticket));
    if (isLifted) {
      turn.complete(null);
    }
    return passed;
  }

  /// Counts a message of a session if it is on time.
  ///
  /// @return zero if it is, else in how many whole milliseconds another try will be; then nothing
  ///     was counted
  Duration take(Session session) {
    if (isLifted) {
      return Duration.ZERO;
    }
    long interval = SECOND / rate.perSecond();
    long now = clockwork.nanos();
    var next = session.nextMessageNanos();
    for (long seen = next.get(); ; seen = next.get()) {
      long begin = Math.max(seen, now);
      long delay = begin - now - (rate.burst() - 1) * interval;
      if (delay > 0) {
        hits.hit(Limit.MESSAGES);
        return Duration.ofMillis(Math.ceilDiv(delay, MILLI));
      }
      if (next.compareAndSet(seen, begin + interval)) {
        return Duration.ZERO;
      }
    }
  }

  /// From now on nothing waits: the server stops, and wants to answer what has arrived.
  void lift() {
    isLifted = true;
    waiting.values().forEach(turn -> turn.complete(null));
  }

  /// The generic cell rate algorithm: each message fills one interval of time, and may come as much
  /// ahead of its interval as the burst allows.
  private long delayNanos(Session session) {
    long interval = SECOND / rate.perSecond();
    long now = clockwork.nanos();
    long begin = session.nextMessageNanos().getAndUpdate(next -> Math.max(next, now) + interval);
    return Math.max(begin, now) - now - (rate.burst() - 1) * interval;
  }
}
