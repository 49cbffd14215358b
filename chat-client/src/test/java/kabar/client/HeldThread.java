package kabar.client;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/// A thread in virtual time: its tasks run one after the other, each a little later than it was
/// given. It can sleep, and be killed.
final class HeldThread implements Executor {
  private final VirtualTime time;
  private final int actor;
  private final RandomGenerator random;
  private final long longestDelay;
  private long lastDue;
  private long sleepsUntil;
  private boolean isDead;

  /// @param longestDelay how long a task may wait
  HeldThread(VirtualTime time, int actor, RandomGenerator random, Duration longestDelay) {
    this.time = time;
    this.actor = actor;
    this.random = random;
    this.longestDelay = longestDelay.toNanos();
  }

  @Override
  public void execute(Runnable task) {
    lastDue = Math.max(lastDue, time.nanos() + random.nextLong(longestDelay + 1));
    schedule(lastDue, task);
  }

  /// Runs a task in so long, whatever was given before.
  void after(Duration delay, Runnable task) {
    schedule(time.nanos() + delay.toNanos(), task);
  }

  /// Runs nothing for so long.
  void sleep(Duration howLong) {
    sleepsUntil = time.nanos() + howLong.toNanos();
  }

  boolean isAsleep() {
    return time.nanos() < sleepsUntil;
  }

  /// Never runs anything again.
  void kill() {
    isDead = true;
  }

  private void schedule(long when, Runnable task) {
    time.at(when, actor, () -> run(task));
  }

  private void run(Runnable task) {
    if (isDead) {
      return;
    }
    if (isAsleep()) {
      schedule(sleepsUntil, task);
    } else {
      task.run();
    }
  }
}
