package kabar.testkit.loopback;

import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import kabar.api.transport.CloseCause;
import kabar.api.transport.Connection;
import kabar.api.transport.ConnectionHandler;
import kabar.api.transport.Peer;
import kabar.api.transport.Receiver;
import org.jspecify.annotations.Nullable;

/// A connection of one request, whose peer has not shown that it is where it says: one payload
/// comes, then the end of input; one offer is taken. Its receiver is called on the loop, each call
/// in a task that holds no other.
final class LoopbackRequest implements Connection, Admitted {
  private static final System.Logger LOG = System.getLogger("kabar.testkit.loopback");

  private final Loop loop;
  private final Peer peer;
  private final Consumer<LoopbackRequest> onEnd;
  private final CompletableFuture<Optional<byte[]>> answered = new CompletableFuture<>();

  // Guarded by this.
  private byte @Nullable [] reply;
  private boolean isClosed;

  // Only used on the loop.
  private Receiver receiver = Receiver.deaf();
  private boolean hasEnded;

  LoopbackRequest(Loop loop, Peer peer, Consumer<LoopbackRequest> onEnd) {
    this.loop = loop;
    this.peer = peer;
    this.onEnd = onEnd;
  }

  /// Shows the connection to its owner, then has the request arrive. The reply is there when the
  /// connection has ended, empty if nothing was offered.
  CompletableFuture<Optional<byte[]>> ask(byte[] request, ConnectionHandler handler) {
    loop.run(() -> guarded(() -> receiver = handler.opened(this)));
    loop.run(() -> tell(() -> receiver.received(ByteBuffer.wrap(request).asReadOnlyBuffer())));
    loop.run(() -> tell(() -> receiver.finished()));
    return answered;
  }

  @Override
  public Peer peer() {
    return peer;
  }

  @Override
  public synchronized boolean offer(byte[] payload) {
    if (isClosed || reply != null) {
      return false;
    }
    reply = payload;
    return true;
  }

  /// There is nothing more to hold back.
  @Override
  public void pause() {}

  @Override
  public void resume() {}

  @Override
  public void close() {
    markClosed();
    endLater(CloseCause.CLOSED);
  }

  @Override
  public void abort() {
    drop();
    endLater(CloseCause.ABORTED);
  }

  @Override
  public void endLater(CloseCause cause) {
    loop.run(() -> end(cause));
  }

  private void end(CloseCause cause) {
    if (hasEnded) {
      return;
    }
    hasEnded = true;
    markClosed();
    guarded(() -> receiver.closed(cause));
    onEnd.accept(this);
    answered.complete(taken());
  }

  private void tell(Runnable call) {
    if (!isDeaf()) {
      guarded(call);
    }
  }

  private void guarded(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The owner of " + peer.address() + " threw", e);
      abort();
    }
  }

  private synchronized boolean isDeaf() {
    return isClosed;
  }

  private synchronized void markClosed() {
    isClosed = true;
  }

  private synchronized void drop() {
    isClosed = true;
    reply = null;
  }

  private synchronized Optional<byte[]> taken() {
    return Optional.ofNullable(reply);
  }
}
