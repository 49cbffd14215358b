package kabar.client;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;

/// The client's thread, and time as it sees it. Tasks run one after the other.
interface Loop extends Executor, AutoCloseable {

  /// Runs a task on the thread, after all that were given before; never once it is closed.
  @Override
  void execute(Runnable task);

  /// Runs a task on the thread in so long, unless it is cancelled before.
  Timer after(Duration delay, Runnable task);

  /// Nanoseconds from some moment on; they never go back, and may stand still while the machine
  /// sleeps.
  long nanos();

  /// What the machine's clock shows, which anybody may set.
  Instant now();

  /// Lets the task that runs finish, and runs no other.
  @Override
  void close();

  /// Something that is to happen later.
  @FunctionalInterface
  interface Timer {
    /// Stands for nothing.
    Timer NONE = () -> {};

    /// Lets it not happen. Harmless when it has happened; on the loop's thread it is certain.
    void cancel();
  }
}
