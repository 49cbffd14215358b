package kabar.testkit.loopback;

import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import kabar.api.transport.CloseCause;
import kabar.api.transport.Connection;
import kabar.api.transport.ConnectionHandler;
import kabar.api.transport.LineCutter;
import kabar.api.transport.OutboundQueue;
import kabar.api.transport.Peer;
import kabar.api.transport.Receiver;
import kabar.api.transport.TransportLimits;
import org.jspecify.annotations.Nullable;

/// An end that an owner of the SPI holds. Requests come from any thread, all else happens on the
/// loop, each call of the receiver in a task that holds no other.
final class LoopbackConnection implements Connection, Admitted, End, LineCutter.Sink {
  private static final System.Logger LOG = System.getLogger("kabar.testkit.loopback");

  private final Loop loop;
  private final Peer peer;
  private final Tally tally;
  private final Consumer<LoopbackConnection> onEnd;
  private final OutboundQueue queue;
  private final LineCutter cutter;
  private final Flow outflow;
  private final Deadline firstPayload;
  private final Deadline stall;
  private final Deadline closing;

  private volatile boolean paused;

  /// The owner wants to hear nothing more but the end.
  private volatile boolean deaf;

  // Only used on the loop.
  private @Nullable Receiver receiver;
  private @Nullable End other;
  private volatile @Nullable Flow inflow;
  private boolean ended;

  LoopbackConnection(
      Loop loop,
      TransportLimits limits,
      Peer peer,
      Tally tally,
      Consumer<LoopbackConnection> onEnd) {
    this.loop = loop;
    this.peer = peer;
    this.tally = tally;
    this.onEnd = onEnd;
    queue = new OutboundQueue(limits);
    cutter = new LineCutter(limits.maxPayloadBytes());
    outflow = new Flow(loop, queue, this);
    firstPayload = new Deadline(loop, limits.firstPayload(), () -> end(CloseCause.TIMED_OUT));
    stall = new Deadline(loop, limits.stall(), () -> end(CloseCause.STALLED));
    closing = new Deadline(loop, limits.close(), () -> end(CloseCause.STALLED));
  }

  Flow outflow() {
    return outflow;
  }

  @Override
  public void join(End other, Flow inflow) {
    this.other = other;
    this.inflow = inflow;
  }

  /// Shows the connection to its owner.
  void open(ConnectionHandler handler) {
    try {
      receiver = handler.opened(this);
    } catch (Throwable e) {
      fail("handler", e);
    }
  }

  @Override
  public Peer peer() {
    return peer;
  }

  @Override
  public boolean offer(byte[] payload) {
    var accepted = queue.offer(payload);
    if (accepted) {
      outflow.wake();
    }
    return accepted;
  }

  @Override
  public void pause() {
    paused = true;
  }

  @Override
  public void resume() {
    paused = false;
    wakeInflow();
  }

  @Override
  public void close() {
    queue.close();
    deaf = true;
    loop.run(this::finish);
  }

  @Override
  public void abort() {
    queue.clear();
    deaf = true;
    endLater(CloseCause.ABORTED);
  }

  @Override
  public void endLater(CloseCause cause) {
    loop.run(() -> end(cause));
  }

  @Override
  public void take(ByteBuffer bytes) {
    if (deaf) {
      bytes.position(bytes.limit());
      return;
    }
    if (paused) {
      return;
    }
    cutter.cut(bytes, this);
    if (cutter.isInsideLine()) {
      tally.partial().increment();
    }
    firstPayload.set(!ended && cutter.isInsideLine() && !cutter.hasBegun());
  }

  @Override
  public boolean line(ByteBuffer line) {
    tell(to -> to.received(line));
    return !paused && !deaf;
  }

  @Override
  public boolean oversized() {
    tell(Receiver::oversized);
    return !paused && !deaf;
  }

  @Override
  public boolean inputEnded() {
    if (deaf) {
      return true;
    }
    if (paused) {
      return false;
    }
    firstPayload.cancel();
    tell(Receiver::finished);
    return true;
  }

  @Override
  public void lost() {
    endLater(CloseCause.LOST);
  }

  @Override
  public void passed(boolean moved, boolean hasRoom) {
    if (moved) {
      tally.writes().increment();
      stall.cancel();
    }
    if (hasRoom && !deaf) {
      tell(Receiver::drained);
    }
    stall.set(!ended && queue.isFull());
  }

  @Override
  public void allSent() {
    end(CloseCause.CLOSED);
  }

  private void finish() {
    if (ended) {
      return;
    }
    firstPayload.cancel();
    closing.set(true);
    outflow.finish();
    // What the peer still sends is thrown away, so that it can go on to read the answer.
    wakeInflow();
  }

  /// Ends the connection, in a task that is not inside a call of its receiver.
  void end(CloseCause cause) {
    if (ended) {
      return;
    }
    ended = true;
    deaf = true;
    queue.clear();
    outflow.stop();
    firstPayload.cancel();
    stall.cancel();
    closing.cancel();
    tell(to -> to.closed(cause));
    onEnd.accept(this);
    wakeInflow();
    if (other != null && cause != CloseCause.CLOSED) {
      other.lost();
    }
  }

  private void tell(Consumer<Receiver> call) {
    if (receiver == null) {
      return;
    }
    try {
      call.accept(receiver);
    } catch (Throwable e) {
      fail("receiver", e);
    }
  }

  private void fail(String who, Throwable thrown) {
    LOG.log(Level.WARNING, "The %s of %s threw".formatted(who, peer.address()), thrown);
    abort();
  }

  private void wakeInflow() {
    var flow = inflow;
    if (flow != null) {
      flow.wake();
    }
  }
}
