package kabar.testkit.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// Several threads that do the same at the same time.
final class Crowd {
  static final int SIZE = 4;

  private Crowd() {}

  /// Runs work on all threads, told by number, and waits for it. The first failure is the test's.
  static void run(IntConsumer work) {
    Outcome.of(start(work));
  }

  /// Starts work on all threads.
  static CompletableFuture<Void> start(IntConsumer work) {
    var ready = new CountDownLatch(SIZE);
    return CompletableFuture.allOf(
        IntStream.range(0, SIZE)
            .mapToObj(number -> onThread(() -> runTogether(ready, work, number)))
            .toArray(CompletableFuture<?>[]::new));
  }

  private static CompletableFuture<Void> onThread(Runnable work) {
    return CompletableFuture.runAsync(work, task -> Thread.ofPlatform().daemon().start(task));
  }

  private static void runTogether(CountDownLatch ready, IntConsumer work, int number) {
    ready.countDown();
    try {
      if (!ready.await(Outcome.DEADLINE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("the other threads did not start");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while starting", e);
    }
    work.accept(number);
  }
}
