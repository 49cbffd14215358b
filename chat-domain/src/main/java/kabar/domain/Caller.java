package kabar.domain;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import kabar.api.transport.Peer;
import kabar.protocol.Reply;
import org.jspecify.annotations.Nullable;

/// A connection as the rules see it: somebody who gives commands. Compared by identity.
public final class Caller {
  private final Peer peer;
  private CompletionStage<?> begun = CompletableFuture.completedFuture(null);
  private volatile boolean isGone;
  private volatile @Nullable Outlet outlet;
  private volatile @Nullable Session bound;
  private volatile Runnable roomAgain = () -> {};
  private @Nullable Runnable answered; // by whoever carries out or answers its command

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

  /// The peer speaks a live dialect: it can be told what it did not ask for.
  void live(Outlet outlet) {
    this.outlet = outlet;
  }

  /// The way to tell the peer what it did not ask for, empty if its dialect has none.
  Optional<Outlet> outlet() {
    return Optional.ofNullable(outlet);
  }

  /// Whether the dialect binds a connection to the session that was opened on it.
  boolean isLive() {
    return outlet != null;
  }

  /// The session that the connection is bound to; it may have ended.
  Optional<Session> bound() {
    return Optional.ofNullable(bound);
  }

  /// Binds the connection to a session, and to no other from now on.
  void bind(Session session) {
    bound = session;
  }

  /// Binds the connection to nothing.
  void unbind() {
    bound = null;
  }

  /// Binds the connection to nothing if it is bound to this session.
  void unbindFrom(Session session) {
    if (session.equals(bound)) {
      unbind();
    }
  }

  /// Says what to do when there is room for notices again. Any thread runs it.
  void whenRoom(Runnable action) {
    roomAgain = action;
  }

  void roomAgain() {
    roomAgain.run();
  }

  /// Says what to do once the command that is being carried out is answered; not for sends, which
  /// overlap. Nothing is done if the connection ends before.
  void whenAnswered(Runnable action) {
    answered = action;
  }

  void answered() {
    var action = answered;
    if (action != null) {
      answered = null;
      action.run();
    }
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
