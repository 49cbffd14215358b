package kabar.client;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Whether a client has read its profile folder; what is asked for before waits, in order. On the
/// loop's thread, but for {@link #stage}.
///
/// A future alone would not do: it runs what waits for it in the opposite order.
final class Readiness {
  private final Queue<Consumer<@Nullable Throwable>> waiting = new ArrayDeque<>();
  private final CompletableFuture<Void> stage = new CompletableFuture<>();
  private @Nullable Throwable failure;
  private boolean isDecided;

  /// Completes when it is ready, or fails.
  CompletionStage<Void> stage() {
    return stage.minimalCompletionStage();
  }

  /// Does something once it is decided.
  ///
  /// @param action takes what failed, or null
  void whenDecided(Consumer<@Nullable Throwable> action) {
    if (isDecided) {
      action.accept(failure);
    } else {
      waiting.add(action);
    }
  }

  /// It is ready, or has failed.
  void decide(@Nullable Throwable failed) {
    failure = failed;
    isDecided = true;
    for (var action = waiting.poll(); action != null; action = waiting.poll()) {
      action.accept(failed);
    }
    if (failed == null) {
      stage.complete(null);
    } else {
      stage.completeExceptionally(failed);
    }
  }

  /// Does something once it is ready.
  <T> CompletableFuture<T> then(Supplier<CompletableFuture<T>> action) {
    var done = new CompletableFuture<T>();
    whenDecided(
        failed -> {
          if (failed == null) {
            Futures.forward(action.get(), done);
          } else {
            done.completeExceptionally(failed);
          }
        });
    return done;
  }
}
