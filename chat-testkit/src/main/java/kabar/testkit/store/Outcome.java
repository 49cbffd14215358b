package kabar.testkit.store;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// How a future ends, waited for with a deadline.
final class Outcome {
  static final int DEADLINE_SECONDS = 30;

  private Outcome() {}

  /// What a future answers; a failure fails the test.
  static <T> T of(CompletionStage<T> stage) {
    try {
      return await(stage);
    } catch (ExecutionException e) {
      throw new AssertionError("it failed: " + e.getCause(), e.getCause());
    }
  }

  /// What a future fails with; an answer fails the test.
  static Throwable failureOf(CompletionStage<?> stage) {
    try {
      throw new AssertionError("it did not fail but answered " + await(stage));
    } catch (ExecutionException e) {
      return e.getCause() == null ? e : e.getCause();
    }
  }

  private static <T> T await(CompletionStage<T> stage) throws ExecutionException {
    try {
      return stage.toCompletableFuture().get(DEADLINE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("no answer in %d seconds".formatted(DEADLINE_SECONDS), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting", e);
    }
  }
}
