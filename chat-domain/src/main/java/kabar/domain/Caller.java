package kabar.domain;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import kabar.api.transport.Peer;
import kabar.protocol.Event;
import kabar.protocol.Notice;
import kabar.protocol.Reply;
import org.jspecify.annotations.Nullable;

/// A connection as the rules see it: somebody who gives commands. Compared by identity.
public final class Caller {
  private final Peer peer;
  private CompletionStage<?> begun = CompletableFuture.completedFuture(null);
  private volatile boolean isGone;
  private volatile boolean isAtHome;
  private volatile @Nullable Outlet outlet;
  private volatile @Nullable Session bound; // written under the lock of this
  private volatile @Nullable Subscription subscription; // written under the lock of this
  private volatile @Nullable Session leaving;
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
    unbind();
  }

  /// Whether it has used a session that is bound to the address of its peer. Whoever has, was told
  /// the token at that address.
  boolean isAtHome() {
    return isAtHome;
  }

  /// A session is used by this.
  void uses(Session session) {
    if (session.isBoundTo(peer)) {
      isAtHome = true;
    }
  }

  /// Whether the peer can be made to wait, by not reading what else it sends. A live one learns
  /// instead how long to wait, and one that asks once has nothing else to send.
  boolean isPatient() {
    return !isLive() && peer.addressProven();
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

  /// Binds the connection to a session, and to no other from now on. Bound to another, it is not
  /// subscribed any more.
  void bind(Session session) {
    if (session.equals(bound)) {
      return;
    }
    release(session);
    session.callers().add(this);
    if (isGone || session.hasEnded()) {
      unbindFrom(session);
    }
  }

  /// Binds the connection to nothing.
  void unbind() {
    release(null);
  }

  /// Binds the connection to nothing if it is bound to this session. Answers whether it was.
  boolean unbindFrom(Session session) {
    var isBound = session.equals(bound);
    if (isBound) {
      unbind();
    }
    return isBound;
  }

  /// Lets the peer end its own session: the answer tells it of that.
  <T> CompletionStage<T> endItself(Session session, Supplier<CompletionStage<T>> ending) {
    leaving = session;
    return CompletableFuture.completedStage(session)
        .thenCompose(_ -> ending.get())
        .whenComplete((_, _) -> leaving = null);
  }

  /// A session has ended. If the connection is bound to it, that is over, and the peer is told,
  /// unless it has ended the session itself.
  void ended(Session session) {
    var way = outlet;
    var isTold = !session.equals(leaving);
    if (unbindFrom(session) && isTold && way != null) {
      new LastWord(way, new Notice(new Event.SessionEnded(Session.id(session.token())))).say(this);
    }
  }

  /// From now on the peer is told of what happens by this, and nothing else. Answers whether that
  /// begins: it does not if the connection is gone or not bound to that session any more.
  boolean subscribe(Subscription wanted, Session session) {
    Subscription earlier;
    synchronized (this) {
      if (isGone || session.hasEnded() || !session.equals(bound)) {
        return false;
      }
      earlier = subscription;
      subscription = wanted;
      roomAgain = wanted::room;
    }
    end(earlier);
    return true;
  }

  /// What tells the peer of what happens, empty if nothing does.
  Optional<Subscription> subscription() {
    return Optional.ofNullable(subscription);
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

  /// Binds to another session or none, and ends what hangs on the one before.
  private void release(@Nullable Session next) {
    Session before;
    Subscription ending;
    synchronized (this) {
      before = bound;
      bound = next;
      ending = subscription;
      subscription = null;
    }
    if (before != null) {
      before.callers().remove(this);
    }
    end(ending);
  }

  private static void end(@Nullable Subscription subscription) {
    if (subscription != null) {
      subscription.end();
    }
  }
}
