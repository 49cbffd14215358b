package kabar.domain;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/// Does what has to be done every now and then, in small steps with pauses between them, so that
/// nobody else waits for it. Ends with its clockwork.
final class Chores {
  private static final System.Logger LOG = System.getLogger(Chores.class.getName());
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Clockwork clockwork;

  Chores(Clockwork clockwork) {
    this.clockwork = clockwork;
  }

  /// Something to be done again and again.
  ///
  /// @param name for the log
  /// @param period how long it rests when nothing is left to do
  /// @param step does a little of it and answers whether something is left; must not block
  record Chore(String name, Duration period, Supplier<CompletionStage<Boolean>> step) {}

  /// Begins with the first rest. No step begins before the one before it has ended.
  void start(Chore chore) {
    restThenWork(chore, chore.period());
  }

  private void restThenWork(Chore chore, Duration rest) {
    CompletionStage<Void> rested = clockwork.after(rest);
    rested
        .thenCompose(_ -> step(chore))
        .thenAccept(isMoreLeft -> restThenWork(chore, isMoreLeft ? PAUSE : chore.period()));
  }

  /// A step that fails is tried again after a rest.
  private static CompletionStage<Boolean> step(Chore chore) {
    return CompletableFuture.completedStage(chore)
        .thenCompose(it -> it.step().get())
        .exceptionally(
            failure -> {
              var cause = failure.getCause() == null ? failure : failure.getCause();
              LOG.log(System.Logger.Level.WARNING, chore.name() + " is put off", cause);
              return false;
            });
  }
}
