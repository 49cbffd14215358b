package kabar.store.sqlite;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import kabar.api.store.StoreException;
import org.jspecify.annotations.Nullable;

/// A write that somebody waits for. Belongs to the writer until its transaction has ended, then to
/// the completer.
final class Pending<T> {
  private static final System.Logger LOG = System.getLogger(Pending.class.getName());

  private final Write<T> write;
  private final Consumer<T> first;
  private final CompletableFuture<T> future = new CompletableFuture<>();
  private final int weight;
  private @Nullable T answer;
  private @Nullable StoreException failure;

  /// @param weight about how many bytes it holds on to
  Pending(Write<T> write, int weight) {
    this(write, weight, _ -> {});
  }

  /// @param first hears the answer before whoever waits for it, if there is one; must not throw
  Pending(Write<T> write, int weight, Consumer<T> first) {
    this.write = write;
    this.weight = weight;
    this.first = first;
  }

  /// What a write does within a transaction, maybe more than once: what it did is undone before.
  @FunctionalInterface
  interface Write<T> {
    @Nullable T to(Ledger ledger) throws SQLException;
  }

  CompletableFuture<T> future() {
    return future;
  }

  int weight() {
    return weight;
  }

  void run(Ledger ledger) throws SQLException {
    answer = write.to(ledger);
  }

  /// Remembers why it could not be done.
  void failed(Exception cause) {
    failure =
        switch (cause) {
          case StoreException e -> e;
          case SQLException e -> Explanation.of(e);
          default -> bug(cause);
        };
  }

  /// Tells whoever waits. Dependents run here.
  void complete() {
    if (failure == null) {
      if (answer != null) {
        first.accept(answer);
      }
      future.complete(answer);
    } else {
      future.completeExceptionally(failure);
    }
  }

  private static StoreException bug(Exception cause) {
    LOG.log(System.Logger.Level.ERROR, "a write failed because of a bug", cause);
    return new StoreException("the store has a bug: " + cause, cause);
  }
}
