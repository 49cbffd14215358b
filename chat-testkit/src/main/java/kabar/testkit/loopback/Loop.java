package kabar.testkit.loopback;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The one thread of a transport: runs tasks in the order in which they came. It begins with the
/// first task and parks until the next task or deadline.
final class Loop implements AutoCloseable {
  private static final int CHUNK_BYTES = 64 * 1024;

  private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES);
  private final ScheduledThreadPoolExecutor executor;
  private volatile @Nullable Thread thread;

  Loop() {
    executor = new ScheduledThreadPoolExecutor(1, this::newThread);
    executor.setRemoveOnCancelPolicy(true);
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /// Runs a task after all that were given before.
  void run(Runnable task) {
    try {
      executor.execute(task);
    } catch (RejectedExecutionException e) {
      // The transport is closed: all its connections have ended, nothing is left to do.
    }
  }

  /// Runs a task and waits for its answer; at once when called by a task.
  ///
  /// @throws IOException if the task throws it, or the loop is closed
  <T> T call(Callable<T> task) throws IOException {
    try {
      return isCurrent() ? task.call() : executor.submit(task).get();
    } catch (IOException | RuntimeException e) {
      throw translated(e);
    } catch (ExecutionException e) {
      throw translated(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("loopback: interrupted");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /// Runs a task in so long.
  Future<?> after(Duration delay, Runnable task) {
    return executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  /// Room for what is on its way during one task, empty. Only for tasks.
  ByteBuffer chunk() {
    return chunk.clear();
  }

  boolean isCurrent() {
    return Thread.currentThread().equals(thread);
  }

  /// Runs what was given so far, then ends the thread and waits for that.
  @Override
  public void close() {
    run(executor::shutdown);
    if (isCurrent()) {
      return;
    }
    try {
      executor.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static IOException translated(@Nullable Throwable thrown) {
    return switch (thrown) {
      case IOException e -> e;
      case RejectedExecutionException e -> new IOException("loopback: the transport is closed", e);
      case CancellationException e -> new IOException("loopback: the transport is closed", e);
      case RuntimeException e -> throw e;
      case null, default -> throw new IllegalStateException(thrown);
    };
  }

  private Thread newThread(Runnable body) {
    var started = Thread.ofPlatform().daemon().name("loopback").unstarted(body);
    thread = started;
    return started;
  }
}
