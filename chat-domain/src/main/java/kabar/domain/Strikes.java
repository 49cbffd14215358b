package kabar.domain;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// Counts tries that turned out wrong, by name, and makes whoever has too many of them wait.
///
/// So many wrong tries within the window cost a wait as long as the window; each time it comes to
/// that again, the wait is twice as long, up to the longest. Once the longest has passed without
/// another, all is forgotten. A try is counted when it is known to be wrong, but no more are under
/// way at once than may turn out wrong: the others wait for those before them.
///
/// Thread-safe, in memory that does not grow (see {@link Buckets}).
final class Strikes {
  private static final int MOST_WAITING = 64;

  private final Rule rule;
  private final InstantSource clock;
  private final Buckets buckets = new Buckets();
  private final AtomicReferenceArray<Tally> tallies = new AtomicReferenceArray<>(Buckets.COUNT);

  Strikes(Rule rule, InstantSource clock) {
    this.rule = rule;
    this.clock = clock;
  }

  /// How often is too often.
  ///
  /// @param tries so many wrong tries
  /// @param window within so much time
  /// @param longest the longest wait
  record Rule(int tries, Duration window, Duration longest) {}

  /// What became of a try.
  enum Outcome {
    /// It was wrong.
    WRONG,
    /// It was right: all wrong ones before it are forgotten.
    RIGHT,
    /// It does not count.
    VOID
  }

  /// Asks for a try. Answers zero when it may be made, and its outcome must then be told by
  /// {@link #end}; otherwise how long to wait, and then it must not be made. Fails with an
  /// {@link UnavailableException} if too many wait for others already.
  CompletionStage<Duration> begin(String name) {
    return tally(name).begin();
  }

  /// Tells what became of a try that was allowed.
  void end(String name, Outcome outcome) {
    tally(name).end(outcome).forEach(Runnable::run);
  }

  private Tally tally(String name) {
    int bucket = buckets.of(name);
    var tally = tallies.get(bucket);
    if (tally == null) {
      tallies.compareAndSet(bucket, null, new Tally());
      tally = tallies.get(bucket);
    }
    return tally;
  }

  /// The tries of one name. All guarded by this.
  private final class Tally {
    private final ArrayDeque<CompletableFuture<Duration>> waiting = new ArrayDeque<>(0);
    private int underWay;
    private int wrong;
    private int waits;
    private long windowEndMillis;
    private long notBeforeMillis;
    private long forgottenAtMillis;

    synchronized CompletionStage<Duration> begin() {
      long now = clock.millis();
      forget(now);
      if (now < notBeforeMillis) {
        return CompletableFuture.completedStage(untilAllowed(now));
      }
      if (mayBegin()) {
        underWay++;
        return CompletableFuture.completedStage(Duration.ZERO);
      }
      if (waiting.size() >= MOST_WAITING) {
        return CompletableFuture.failedStage(
            new UnavailableException(MOST_WAITING + " logins wait for others of the same name"));
      }
      var turn = new CompletableFuture<Duration>();
      waiting.add(turn);
      return turn;
    }

    /// Answers what to do then, without the lock.
    synchronized List<Runnable> end(Outcome outcome) {
      long now = clock.millis();
      forget(now);
      underWay--;
      switch (outcome) {
        case WRONG -> strike(now);
        case RIGHT -> pardon();
        case VOID -> {}
      }
      var turns = new ArrayList<Runnable>();
      for (var turn = waiting.peek(); turn != null; turn = waiting.peek()) {
        if (now >= notBeforeMillis && !mayBegin()) {
          break;
        }
        turns.add(turn(waiting.remove(), now));
      }
      return turns;
    }

    private Runnable turn(CompletableFuture<Duration> turn, long now) {
      if (now < notBeforeMillis) {
        var wait = untilAllowed(now);
        return () -> turn.complete(wait);
      }
      underWay++;
      return () -> turn.complete(Duration.ZERO);
    }

    private boolean mayBegin() {
      return wrong + underWay < rule.tries();
    }

    private Duration untilAllowed(long now) {
      return Duration.ofMillis(notBeforeMillis - now);
    }

    private void forget(long now) {
      if (now >= windowEndMillis) {
        wrong = 0;
      }
      if (now >= forgottenAtMillis) {
        waits = 0;
      }
    }

    private void strike(long now) {
      if (wrong == 0) {
        windowEndMillis = now + rule.window().toMillis();
      }
      wrong++;
      if (wrong >= rule.tries()) {
        long longest = rule.longest().toMillis();
        long wait = Math.min(longest, rule.window().toMillis() << Math.min(waits, 16));
        notBeforeMillis = now + wait;
        forgottenAtMillis = notBeforeMillis + longest;
        waits++;
        wrong = 0;
      }
    }

    private void pardon() {
      wrong = 0;
      waits = 0;
      notBeforeMillis = 0;
    }
  }
}
