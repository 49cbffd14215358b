package kabar.server.operation;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/// Waits for a store or a hasher: commands have a thread of their own.
final class Awaited {

  private Awaited() {}

  /// The result; fails as the future does.
  static <T> T of(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
