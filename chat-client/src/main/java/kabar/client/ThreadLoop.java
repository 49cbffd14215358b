package kabar.client;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The loop of a running client: one thread, made when it is first needed.
final class ThreadLoop implements Loop {
  private final ScheduledThreadPoolExecutor thread;

  ThreadLoop(String name) {
    thread = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name(name).factory());
    thread.setRemoveOnCancelPolicy(true);
  }

  @Override
  public void execute(Runnable task) {
    try {
      thread.execute(guarded(task));
    } catch (RejectedExecutionException _) {
      // It is closed: nothing happens any more.
    }
  }

  @Override
  public Timer after(Duration delay, Runnable task) {
    try {
      var due = thread.schedule(guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
      return () -> due.cancel(false);
    } catch (RejectedExecutionException _) {
      return Timer.NONE;
    }
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  /// A bug in one task is told and does not keep the others from running.
  private static Runnable guarded(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException | Error e) {
        // Got here only: a logger costs a start more than the loop.
        System.getLogger(ThreadLoop.class.getName())
            .log(System.Logger.Level.ERROR, "a task of the client failed because of a bug", e);
      }
    };
  }
}
