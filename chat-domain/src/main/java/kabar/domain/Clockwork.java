package kabar.domain;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// Lets things happen later. Thread-safe. A running server has its own; a test may hold one.
public interface Clockwork extends AutoCloseable {

  /// Completes after a delay, on the thread of the clockwork, whose dependents must not block.
  /// Never completes once the clockwork is closed.
  CompletableFuture<Void> after(Duration delay);

  /// The nanoseconds since it was made; they never go back.
  long nanos();

  @Override
  void close();
}
