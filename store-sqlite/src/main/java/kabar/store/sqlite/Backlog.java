package kabar.store.sqlite;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import kabar.api.store.StoreException;

/// How much may wait for the disk: beyond, the store is busy. Thread-safe.
final class Backlog {
  private final int maxCount;
  private final long maxBytes;
  private final AtomicInteger count = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();

  Backlog(int maxCount, long maxBytes) {
    this.maxCount = maxCount;
    this.maxBytes = maxBytes;
  }

  /// Makes room for one more. Answers whether there was some.
  boolean enter(int weight) {
    if (count.incrementAndGet() > maxCount || bytes.addAndGet(weight) > maxBytes) {
      leave(weight);
      return false;
    }
    return true;
  }

  void leave(int weight) {
    count.decrementAndGet();
    bytes.addAndGet(-weight);
  }

  int count() {
    return count.get();
  }

  /// What is answered where there is no room.
  static <T> CompletableFuture<T> busy() {
    return CompletableFuture.failedFuture(
        new StoreException("the store is busy: its disk does not keep up"));
  }
}
