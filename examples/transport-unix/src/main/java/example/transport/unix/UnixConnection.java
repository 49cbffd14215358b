package example.transport.unix;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import kabar.api.transport.CloseCause;
import kabar.api.transport.Connection;
import kabar.api.transport.ConnectionHandler;
import kabar.api.transport.LineCutter;
import kabar.api.transport.OutboundQueue;
import kabar.api.transport.Peer;
import kabar.api.transport.Receiver;
import kabar.api.transport.TransportLimits;

/// One socket with two virtual threads of blocking code: a reader, which lives as long as the
/// connection and tells its end, and a writer.
///
/// Whoever calls the receiver holds `calls`; the writer takes bytes from the queue under it too, so
/// that all that is offered during a call leaves in one write. Calls from outside only set a field
/// and wake the two threads, which look at the fields before they park; an end closes the socket,
/// and so wakes them from reading and writing.
final class UnixConnection implements Connection, LineCutter.Sink {
  private static final System.Logger LOG = System.getLogger(UnixConnection.class.getName());
  private static final int BUFFER_BYTES = 16 * 1024;

  /// A peer that has been quiet for so long after our end is not going to send more.
  private static final long QUIET_NANOS = 300_000_000;

  /// No deadline.
  private static final long NEVER = Long.MIN_VALUE;

  private final SocketChannel channel;
  private final ConnectionHandler handler;
  private final Connections group;
  private final TransportLimits limits;
  private final Peer peer;
  private final OutboundQueue queue;
  private final LineCutter cutter;
  private final Thread reader = Thread.ofVirtual().name("unix-reader").unstarted(this::serve);
  private final Thread writer = Thread.ofVirtual().name("unix-writer").unstarted(this::write);
  private final CompletableFuture<Void> shown = new CompletableFuture<>();
  private final AtomicReference<CloseCause> cause = new AtomicReference<>();

  /// Held during every call of the receiver.
  private final ReentrantLock calls = new ReentrantLock();

  private Receiver receiver = Receiver.deaf();
  private volatile boolean isPaused;
  private volatile boolean isClosing;
  private volatile boolean isOutputEnded;

  // Since when, in System.nanoTime(), or NEVER; looked at by the timer.
  private volatile long firstPayloadBegun = NEVER;
  private volatile long writeBegun = NEVER;
  private volatile long closeBegun = NEVER;
  private volatile long quietSince = NEVER;

  UnixConnection(
      SocketChannel channel, ConnectionHandler handler, Connections group, TransportLimits limits)
      throws IOException {
    this.channel = channel;
    this.handler = handler;
    this.group = group;
    this.limits = limits;
    this.peer = new Peer(channel.getRemoteAddress(), UnixAddress.SCHEME, true, true, "");
    this.queue = new OutboundQueue(limits);
    this.cutter = new LineCutter(limits.maxPayloadBytes());
  }

  /// Begins to serve the connection, on threads of its own.
  ///
  /// @return complete when the handler has seen it
  CompletableFuture<Void> start() {
    group.add(this);
    reader.start();
    return shown;
  }

  @Override
  public Peer peer() {
    return peer;
  }

  @Override
  public boolean offer(byte[] payload) {
    if (!queue.offer(payload)) {
      return false;
    }
    LockSupport.unpark(writer);
    return true;
  }

  @Override
  public void pause() {
    isPaused = true;
  }

  @Override
  public void resume() {
    isPaused = false;
    LockSupport.unpark(reader);
  }

  @Override
  public void close() {
    queue.close();
    if (!isClosing) {
      closeBegun = System.nanoTime();
      isClosing = true;
      wake();
    }
  }

  @Override
  public void abort() {
    end(CloseCause.ABORTED);
  }

  /// Ends the connection at once, unless it has ended; the reader tells its owner.
  void end(CloseCause why) {
    if (cause.compareAndSet(null, why)) {
      queue.clear();
      try {
        channel.close();
      } catch (IOException e) {
        LOG.log(System.Logger.Level.DEBUG, "closing a socket failed", e);
      }
      wake();
    }
  }

  /// Ends the connection if something has taken too long. Called every now and then.
  void checkDeadlines(long now) {
    if (isOver(closeBegun, limits.close().toNanos(), now)) {
      end(isOutputEnded ? CloseCause.CLOSED : CloseCause.STALLED);
    } else if (isOutputEnded && isOver(quietSince, QUIET_NANOS, now)) {
      end(CloseCause.CLOSED);
    } else if (!isClosing && isOver(firstPayloadBegun, limits.firstPayload().toNanos(), now)) {
      end(CloseCause.TIMED_OUT);
    } else if (isOver(writeBegun, limits.stall().toNanos(), now) && queue.isFull()) {
      end(CloseCause.STALLED);
    }
  }

  @Override
  public boolean line(ByteBuffer line) {
    firstPayloadBegun = NEVER;
    receiver.received(line);
    return takesPayloads();
  }

  @Override
  public boolean oversized() {
    firstPayloadBegun = NEVER;
    receiver.oversized();
    return takesPayloads();
  }

  private static boolean isOver(long begun, long nanos, long now) {
    return begun != NEVER && now - begun >= nanos;
  }

  private void wake() {
    LockSupport.unpark(reader);
    LockSupport.unpark(writer);
  }

  private boolean isEnded() {
    return cause.get() != null;
  }

  private boolean takesPayloads() {
    return !isPaused && !isClosing && !isEnded();
  }

  /// The reader's life.
  private void serve() {
    guarded(() -> receiver = handler.opened(this));
    shown.complete(null);
    writer.start();
    try {
      read();
      linger();
      end(CloseCause.CLOSED);
    } catch (IOException e) {
      end(CloseCause.LOST);
    }
    group.remove(this);
    guarded(() -> receiver.closed(cause.get()));
  }

  /// Reads and delivers until somebody closes or aborts.
  private void read() throws IOException {
    var buffer = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
    var view = buffer.asReadOnlyBuffer();
    var isFinished = false;
    var isFinishTold = false;
    while (!isClosing && !isEnded()) {
      if (isPaused || isFinishTold) {
        LockSupport.park();
      } else if (view.hasRemaining()) {
        deliver(view);
      } else if (isFinished) {
        isFinishTold = true;
        guarded(() -> receiver.finished());
      } else {
        isFinished = channel.read(buffer.clear()) < 0;
        view.limit(buffer.position()).position(0);
      }
    }
  }

  private void deliver(ByteBuffer input) {
    guarded(() -> cutter.cut(input, this));
    if (!input.hasRemaining() && cutter.isInsideLine()) {
      group.partial.increment();
      if (!cutter.hasBegun() && firstPayloadBegun == NEVER) {
        firstPayloadBegun = System.nanoTime();
      }
    }
  }

  /// Reads and drops until the peer ends too, because closing a socket with unread input resets it;
  /// and waits for the writer.
  private void linger() throws IOException {
    var dropped = ByteBuffer.allocate(BUFFER_BYTES);
    while (!isEnded() && channel.read(dropped.clear()) >= 0) {
      quietSince = System.nanoTime();
    }
    while (!isEnded() && !isOutputEnded) {
      LockSupport.park();
    }
  }

  /// The writer's life.
  private void write() {
    var buffer = ByteBuffer.allocate(BUFFER_BYTES);
    try {
      while (!isEnded()) {
        var isLast = isClosing; // before looking: nothing is accepted after a close
        copyWaiting(buffer.clear());
        if (buffer.flip().hasRemaining()) {
          writeSome(buffer);
        } else if (isLast) {
          endOutput();
          return;
        } else if (!isClosing) {
          // Waiting for the lock above may have used up the wake-up of a close: it is looked for
          // anew.
          LockSupport.park();
        }
      }
    } catch (IOException e) {
      end(CloseCause.LOST);
    }
  }

  private void copyWaiting(ByteBuffer buffer) {
    calls.lock();
    try {
      queue.copyTo(buffer);
    } finally {
      calls.unlock();
    }
  }

  private void writeSome(ByteBuffer buffer) throws IOException {
    writeBegun = System.nanoTime();
    int written = channel.write(buffer);
    writeBegun = NEVER;
    group.writes.increment();
    if (queue.remove(written)) {
      guarded(() -> receiver.drained());
    }
  }

  private void endOutput() throws IOException {
    channel.shutdownOutput();
    quietSince = System.nanoTime();
    isOutputEnded = true;
    LockSupport.unpark(reader);
  }

  /// Calls out. Where a handler's or receiver's bug ends: its connection is lost, no other.
  private void guarded(Runnable call) {
    calls.lock();
    try {
      call.run();
    } catch (RuntimeException bug) {
      LOG.log(System.Logger.Level.ERROR, "a receiver failed; its connection is aborted", bug);
      abort();
    } finally {
      calls.unlock();
    }
  }
}
