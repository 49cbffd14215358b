package kabar.domain;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The clockwork of a running server: one thread, made when it is first needed.
final class ThreadClockwork implements Clockwork {
  private final long begin = System.nanoTime();
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("kabar-clockwork").factory());

  ThreadClockwork() {
    thread.setRemoveOnCancelPolicy(true);
  }

  @Override
  public CompletableFuture<Void> after(Duration delay) {
    var due = new CompletableFuture<Void>();
    try {
      var timer = thread.schedule(() -> due.complete(null), delay.toNanos(), TimeUnit.NANOSECONDS);
      cancelWhenDone(timer, due);
    } catch (RejectedExecutionException _) {
      // It is closed: nothing happens any more.
    }
    return due;
  }

  /// Somebody else may complete it before its time.
  private static void cancelWhenDone(Future<?> timer, CompletionStage<Void> due) {
    due.whenComplete((_, _) -> timer.cancel(false));
  }

  @Override
  public long nanos() {
    return System.nanoTime() - begin;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
