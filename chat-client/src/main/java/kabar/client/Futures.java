package kabar.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

/// How the outcome of one future becomes that of another.
final class Futures {

  private Futures() {}

  /// Completes a future as another completes.
  static <T> void forward(CompletionStage<T> from, CompletableFuture<T> to) {
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
}
