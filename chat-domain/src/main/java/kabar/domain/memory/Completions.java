package kabar.domain.memory;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Completes futures one at a time, in the order in which they were added, without a thread of its
/// own: whoever calls {@link #run} while nobody completes does it for all others too.
///
/// A dependent that adds and runs again only adds: its future is completed after it, by the thread
/// that is running it.
///
/// @param <T> what the futures answer with
final class Completions<T> {
  private final Queue<Completion<T>> waiting = new ConcurrentLinkedQueue<>();

  /// Calls of {@link #run} that are not seen to yet; above zero exactly while somebody completes.
  private final AtomicInteger calls = new AtomicInteger();

  private record Completion<T>(CompletableFuture<T> future, T value) {}

  /// Takes a future that is to be completed. The order of these calls is the order of completion.
  void add(CompletableFuture<T> future, T value) {
    waiting.add(new Completion<>(future, value));
  }

  /// Completes what was added, unless somebody is at it and will see to it. Dependents run here, so
  /// that no lock may be held.
  void run() {
    if (calls.getAndIncrement() > 0) {
      return;
    }
    int seen = 1;
    while (seen > 0) {
      completeWaiting();
      seen = calls.addAndGet(-seen);
    }
  }

  private void completeWaiting() {
    for (var next = waiting.poll(); next != null; next = waiting.poll()) {
      next.future().complete(next.value());
    }
  }
}
