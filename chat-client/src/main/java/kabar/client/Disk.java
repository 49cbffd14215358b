package kabar.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/// Lets work wait for the disk elsewhere, one after the other, and brings what comes of it back to
/// the loop's thread.
///
/// @param loop where futures complete
/// @param thread where to wait
record Disk(Loop loop, Executor thread) {

  /// Something that waits for the disk.
  ///
  /// @param <T> what comes of it
  @FunctionalInterface
  interface Work<T> {
    /// Does it.
    T run() throws ProfileException;
  }

  /// Does work after all that was given before.
  ///
  /// @return fails with a {@link ProfileException}, or with whatever bug there is
  <T> CompletableFuture<T> run(Work<T> work) {
    var done = new CompletableFuture<T>();
    thread.execute(
        () -> {
          try {
            var result = work.run();
            loop.execute(() -> done.complete(result));
          } catch (ProfileException | RuntimeException e) {
            loop.execute(() -> done.completeExceptionally(e));
          }
        });
    return done;
  }
}
