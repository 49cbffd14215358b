package kabar.client;

import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A task that may wait while virtual time passes. It has a thread of its own, but only one of two
/// ever runs: when the task waits, the thread of the time goes on, and the other way round.
final class WaitingTask {
  private static final ScopedValue<WaitingTask> CURRENT = ScopedValue.newInstance();

  private final Semaphore turn = new Semaphore(0);
  private final Semaphore back = new Semaphore(0);
  private @Nullable Throwable failure;

  private WaitingTask() {}

  /// Runs a task until it ends or waits for the first time. On the time's thread.
  static void run(Runnable task) {
    var waiting = new WaitingTask();
    Thread.ofVirtual().start(() -> ScopedValue.where(CURRENT, waiting).run(() -> waiting.go(task)));
    waiting.goOn();
  }

  /// Waits. In a task.
  ///
  /// @param begin takes what ends the wait: to be called once, on the time's thread, later
  static void await(Consumer<Runnable> begin) {
    var waiting = CURRENT.get();
    begin.accept(waiting::goOn);
    waiting.back.release();
    waiting.turn.acquireUninterruptibly();
  }

  private void go(Runnable task) {
    turn.acquireUninterruptibly();
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      failure = e;
    }
    back.release();
  }

  private void goOn() {
    turn.release();
    back.acquireUninterruptibly();
    if (failure != null) {
      throw new AssertionError("a task that waits has failed", failure);
    }
  }
}
