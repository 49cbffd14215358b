package kabar.domain;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import kabar.api.transport.Peer;
import kabar.protocol.Reply;

/// A connection as the rules see it: somebody who gives commands. Compared by identity.
public final class Caller {
  private final Peer peer;
  private CompletionStage<?> begun = CompletableFuture.completedFuture(null);
  private volatile boolean isGone;

  /// Somebody who has given no command yet.
  public Caller(Peer peer) {
    this.peer = peer;
  }

  /// The other end of the connection.
  public Peer peer() {
    return peer;
  }

  /// Whether the connection is gone. Becomes true before {@link CommandDispatcher#left} is called.
  boolean isGone() {
    return isGone;
  }

  void leave() {
    isGone = true;
  }

  /// Lets an effect begin only when the effects asked for before it have begun, however long their
  /// preparations take; the effects themselves may overlap. Called for one command after another.
  <T> CompletionStage<Reply> inOrder(
      Supplier<CompletionStage<T>> preparation, Function<T, CompletionStage<Reply>> effect) {
    var effectBegun = begun.thenCompose(_ -> preparation.get()).thenApply(effect);
    begun = effectBegun.handle((_, _) -> null);
    return effectBegun.thenCompose(Function.identity());
  }
}
