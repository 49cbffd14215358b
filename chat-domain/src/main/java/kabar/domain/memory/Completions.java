package kabar.domain.memory;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import kabar.api.Followers;
import kabar.api.store.Change;

/// Tells of changes and completes futures, one at a time, in the order in which they were added,
/// without a thread of its own: whoever calls {@link #run} while nobody completes does it for all
/// others too.
///
/// A dependent that adds and runs again only adds: its future is completed after it, by the thread
/// that is running it.
final class Completions {
  private final Followers<Change> followers;
  private final Queue<Completion<?>> waiting = new ConcurrentLinkedQueue<>();

  /// Calls of {@link #run} that are not seen to yet; above zero exactly while somebody completes.
  private final AtomicInteger calls = new AtomicInteger();

  private record Completion<T>(CompletableFuture<T> future, T value, List<Change> changes) {
    void complete(Followers<Change> followers) {
      changes.forEach(followers::tell);
      future.complete(value);
    }
  }

  Completions(Followers<Change> followers) {
    this.followers = followers;
  }

  /// Takes a future that is to be completed. The order of these calls is the order of completion.
  ///
  /// @param changes what followers are told of before
  <T> void add(CompletableFuture<T> future, T value, List<Change> changes) {
    waiting.add(new Completion<>(future, value, changes));
  }

  /// Completes what was added, unless somebody is at it and will see to it. Followers and
  /// dependents
  /// run here, so that no lock may be held.
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
      next.complete(followers);
    }
  }
}
