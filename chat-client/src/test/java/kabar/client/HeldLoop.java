package kabar.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The loop of a client in virtual time. Its machine can sleep, and somebody can set its clock.
final class HeldLoop implements Loop {
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

  private final VirtualTime time;
  private final HeldThread thread;
  private final List<RuntimeException> bugs = new ArrayList<>();
  private Duration skew = Duration.ZERO;
  private Duration slept = Duration.ZERO;

  HeldLoop(VirtualTime time, HeldThread thread) {
    this.time = time;
    this.thread = thread;
  }

  @Override
  public void execute(Runnable task) {
    thread.execute(guarded(task));
  }

  @Override
  public Timer after(Duration delay, Runnable task) {
    var timer = new Cancelled();
    thread.after(
        delay,
        () -> {
          if (!timer.is) {
            guarded(task).run();
          }
        });
    return () -> timer.is = true;
  }

  @Override
  public long nanos() {
    return time.nanos() - slept.toNanos();
  }

  @Override
  public Instant now() {
    return BEGIN.plusNanos(time.nanos()).plus(skew);
  }

  @Override
  public void close() {
    thread.kill();
  }

  /// Somebody sets the clock.
  void jump(Duration by) {
    skew = skew.plus(by);
  }

  /// The machine sleeps: one of its clocks stands still meanwhile.
  void sleep(Duration howLong) {
    thread.sleep(howLong);
    slept = slept.plus(howLong);
  }

  /// What tasks have thrown.
  List<RuntimeException> bugs() {
    return bugs;
  }

  private Runnable guarded(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException e) {
        bugs.add(e);
      }
    };
  }

  private static final class Cancelled {
    private boolean is;
  }
}
