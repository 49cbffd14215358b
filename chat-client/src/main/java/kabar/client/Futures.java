package kabar.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What is done with the outcome of a future.
final class Futures {
  private Futures() {}

  /// Does something with a value, once there is one; nothing after a failure.
  static <T> void onSuccess(CompletionStage<T> future, Consumer<? super T> action) {
    var _ = future.thenAccept(value -> guarded(() -> action.accept(value)));
  }

  /// Does something with a value or a failure, without the wrappings of stages.
  static <T> void whenDone(
      CompletionStage<T> future, BiConsumer<@Nullable T, @Nullable Throwable> action) {
    var _ =
        future.whenComplete(
            (value, failure) ->
                guarded(() -> action.accept(value, failure == null ? null : cause(failure))));
  }

  /// Completes a future as another completes.
  static <T> void forward(CompletionStage<T> from, CompletableFuture<T> to) {
    var _ =
        from.whenComplete(
            (value, failure) -> {
              if (failure == null) {
                to.complete(value);
              } else {
                to.completeExceptionally(cause(failure));
              }
            });
  }

  /// What failed first, without the wrappings of stages.
  static Throwable cause(Throwable failure) {
    var isWrapping =
        failure instanceof CompletionException || failure instanceof ExecutionException;
    var cause = failure.getCause();
    return isWrapping && cause != null ? cause : failure;
  }

  /// A future would keep a bug to itself.
  private static void guarded(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException | Error e) {
      System.getLogger(Futures.class.getName())
          .log(System.Logger.Level.ERROR, "the client failed because of a bug", e);
    }
  }
}
