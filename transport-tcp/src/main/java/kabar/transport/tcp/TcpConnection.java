package kabar.transport.tcp;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicBoolean;
import kabar.api.transport.CloseCause;
import kabar.api.transport.Connection;
import kabar.api.transport.ConnectionHandler;
import kabar.api.transport.Deadlines;
import kabar.api.transport.LineCutter;
import kabar.api.transport.OutboundQueue;
import kabar.api.transport.Peer;
import kabar.api.transport.Receiver;
import kabar.api.transport.Timed;
import kabar.api.transport.TransportLimits;
import org.jspecify.annotations.Nullable;

/// One socket.
///
/// The fields without a word are confined to the loop's thread; `isPaused` and `isEnding` may be
/// set by any thread and only ever stop the inflow early. Every other effect of a call from outside
/// is a task of the loop, so that the receiver is never called from within one of its own calls.
final class TcpConnection implements Connection, EventLoop.Selectable, Timed, LineCutter.Sink {
  private static final System.Logger LOG = System.getLogger(TcpConnection.class.getName());

  private final SocketChannel channel;
  private final EventLoop loop;
  private final TcpGroup group;
  private final Peer peer;
  private final OutboundQueue queue;
  private final LineCutter cutter;
  private final Deadlines deadlines;
  private final AtomicBoolean flushRequested = new AtomicBoolean();
  private volatile boolean isPaused;
  private volatile boolean isEnding;

  private Receiver receiver = Receiver.deaf();
  private State state = State.OPEN;
  private @Nullable ByteBuffer unread;
  private boolean isDelivering;
  private boolean isInputEnded;
  private boolean isWriteBlocked;

  private enum State {
    /// Payloads flow both ways.
    OPEN,
    /// The owner has closed; what was accepted is being sent.
    FLUSHING,
    /// Everything is sent and our output is ended; the peer's rest is read and dropped until it
    /// ends or is quiet, because closing a socket with unread input resets it and may destroy what
    /// was sent.
    LINGERING,
    /// The socket is closed.
    GONE
  }

  TcpConnection(SocketChannel channel, EventLoop loop, TcpGroup group, TransportLimits limits)
      throws IOException {
    this.channel = channel;
    this.loop = loop;
    this.group = group;
    this.peer = new Peer(channel.getRemoteAddress(), TcpTransportProvider.NAME, false, true, "");
    this.queue = new OutboundQueue(limits);
    this.cutter = new LineCutter(limits.maxPayloadBytes());
    this.deadlines = new Deadlines(limits);
  }

  /// Shows the connection to its handler and lets it read. On the loop's thread, once.
  void open(ConnectionHandler handler) {
    group.connections().add(this);
    try {
      channel.register(loop.selector(), 0, this);
    } catch (IOException e) {
      end(CloseCause.LOST);
      return;
    }
    guarded(() -> receiver = handler.opened(this));
    updateInterest();
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
    requestFlush();
    return true;
  }

  @Override
  public void pause() {
    isPaused = true;
    if (loop.isCurrent()) {
      updateInterest();
    } else {
      loop.execute(this::updateInterest);
    }
  }

  @Override
  public void resume() {
    if (isPaused) {
      isPaused = false;
      loop.execute(this::deliverUnread);
    }
  }

  @Override
  public void close() {
    queue.close();
    isEnding = true;
    loop.execute(this::beginClose);
  }

  @Override
  public void abort() {
    abort(CloseCause.ABORTED);
  }

  /// Ends the connection at once, for this cause.
  void abort(CloseCause cause) {
    queue.clear();
    isEnding = true;
    loop.execute(() -> reset(cause));
  }

  @Override
  public void ready(int operations) {
    if ((operations & SelectionKey.OP_WRITE) != 0) {
      isWriteBlocked = false;
      deadlines.endStall();
      flush();
    }
    if ((operations & SelectionKey.OP_READ) != 0 && wantsInput()) {
      read();
    }
  }

  /// Writes what waits, as far as the socket takes it.
  void flush() {
    flushRequested.set(false);
    if (state == State.GONE || isWriteBlocked) {
      return;
    }
    try {
      if (write()) {
        guarded(receiver::drained);
      }
    } catch (IOException e) {
      end(CloseCause.LOST);
      return;
    }
    if (state == State.FLUSHING && !isWriteBlocked) {
      linger();
    }
    updateInterest();
  }

  @Override
  public boolean line(ByteBuffer line) {
    deadlines.endFirstPayload();
    receiver.received(line);
    return takesPayloads();
  }

  @Override
  public boolean oversized() {
    deadlines.endFirstPayload();
    group.counters().oversized.increment();
    receiver.oversized();
    return takesPayloads();
  }

  @Override
  public long expire(long now) {
    if (state == State.GONE) {
      return NEVER;
    }
    if (deadlines.isCloseOver(now)) {
      expireClose();
      return NEVER;
    }
    if (state == State.OPEN && deadlines.isFirstPayloadLate(now)) {
      reset(CloseCause.TIMED_OUT);
      return NEVER;
    }
    if (deadlines.isStalled(now) && queue.isFull()) {
      reset(CloseCause.STALLED);
      return NEVER;
    }
    return deadlines.next(now);
  }

  private void requestFlush() {
    if (flushRequested.compareAndSet(false, true)) {
      if (loop.isCurrent()) {
        loop.flushLater(this);
      } else {
        loop.execute(() -> loop.flushLater(this));
      }
    }
  }

  private boolean takesPayloads() {
    return !isPaused && !isEnding;
  }

  private boolean wantsInput() {
    return switch (state) {
      case OPEN -> takesPayloads() && unread == null && !isInputEnded;
      case LINGERING -> true;
      case FLUSHING, GONE -> false;
    };
  }

  private void updateInterest() {
    var key = channel.keyFor(loop.selector());
    if (key != null && key.isValid()) {
      int wanted =
          (wantsInput() ? SelectionKey.OP_READ : 0) | (isWriteBlocked ? SelectionKey.OP_WRITE : 0);
      if (key.interestOps() != wanted) {
        key.interestOps(wanted);
      }
    }
  }

  private void read() {
    int length;
    try {
      length = channel.read(loop.readBuffer());
    } catch (IOException e) {
      end(CloseCause.LOST);
      return;
    }
    if (state == State.LINGERING && length >= 0) {
      callAt(deadlines.beginQuiet(loop.now()));
    } else if (state == State.LINGERING) {
      end(CloseCause.CLOSED);
    } else if (length < 0) {
      isInputEnded = true;
      deadlines.endFirstPayload();
      guarded(receiver::finished);
      updateInterest();
    } else {
      group.counters().bytesIn.add(length);
      deliver(loop.readView(length));
    }
  }

  private void deliver(ByteBuffer input) {
    isDelivering = true;
    try {
      cutter.cut(input, this);
    } catch (RuntimeException e) {
      abortBecauseOf(e);
    }
    isDelivering = false;
    if (state != State.OPEN) {
      return;
    }
    if (input.hasRemaining()) {
      unread = copy(input);
    } else if (cutter.isInsideLine()) {
      group.counters().partial.increment();
      if (!cutter.hasBegun()) {
        callAt(deadlines.beginFirstPayload(loop.now()));
      }
    }
    updateInterest();
  }

  private void deliverUnread() {
    var input = unread;
    if (state == State.OPEN && !isDelivering && takesPayloads() && input != null) {
      unread = null;
      deliver(input);
    } else {
      updateInterest();
    }
  }

  private static ByteBuffer copy(ByteBuffer rest) {
    return ByteBuffer.allocate(rest.remaining()).put(rest).flip().asReadOnlyBuffer();
  }

  /// Writes until nothing waits or the socket takes no more. All that fits the loop's buffer leaves
  /// in one system call.
  ///
  /// @return whether the owner has to hear of room in the queue
  private boolean write() throws IOException {
    var hasRoom = false;
    while (true) {
      var buffer = loop.writeBuffer();
      queue.copyTo(buffer);
      if (!buffer.flip().hasRemaining()) {
        return hasRoom;
      }
      int written = channel.write(buffer);
      group.counters().writes.increment();
      group.counters().bytesOut.add(written);
      hasRoom |= queue.remove(written);
      if (buffer.hasRemaining()) {
        isWriteBlocked = true;
        callAt(deadlines.beginStall(loop.now()));
        return hasRoom;
      }
    }
  }

  private void beginClose() {
    if (state == State.OPEN) {
      state = State.FLUSHING;
      callAt(deadlines.beginClose(loop.now()));
      requestFlush();
    }
  }

  private void linger() {
    state = State.LINGERING;
    try {
      channel.shutdownOutput();
    } catch (IOException e) {
      end(CloseCause.LOST);
      return;
    }
    if (isInputEnded) {
      end(CloseCause.CLOSED);
    } else {
      callAt(deadlines.beginQuiet(loop.now()));
    }
    unread = null;
  }

  private void callAt(long due) {
    loop.timetable().add(this, due);
  }

  private void expireClose() {
    if (state == State.LINGERING) {
      end(CloseCause.CLOSED);
    } else {
      reset(CloseCause.STALLED);
    }
  }

  /// Closes the socket so that the peer is told at once (RFC 9293 §3.5.2).
  private void reset(CloseCause cause) {
    if (state != State.GONE) {
      try {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      } catch (IOException e) {
        LOG.log(System.Logger.Level.DEBUG, "a socket was gone before it could be reset", e);
      }
      end(cause);
    }
  }

  private void end(CloseCause cause) {
    if (state == State.GONE) {
      return;
    }
    state = State.GONE;
    isEnding = true;
    queue.clear();
    unread = null;
    loop.timetable().remove(this);
    try {
      channel.close();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "closing a socket failed", e);
    }
    group.connections().remove(this);
    guarded(() -> receiver.closed(cause));
  }

  private void guarded(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      abortBecauseOf(e);
    }
  }

  /// Where a handler's or receiver's bug ends: its connection is lost, no other.
  private void abortBecauseOf(RuntimeException bug) {
    LOG.log(System.Logger.Level.ERROR, "a receiver failed; its connection is aborted", bug);
    abort();
  }
}
