package kabar.transport.udp;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import kabar.api.transport.CloseCause;
import kabar.api.transport.Connection;
import kabar.api.transport.ConnectionHandler;
import kabar.api.transport.Deadlines;
import kabar.api.transport.OpenConnections;
import kabar.api.transport.OutboundQueue;
import kabar.api.transport.Peer;
import kabar.api.transport.Receiver;
import kabar.api.transport.Timed;
import kabar.api.transport.TransportLimits;

/// A connection over datagrams: its owner's side of an `Inflow` and an `Outflow`.
///
/// The fields without a word are confined to the endpoint's thread; `isPaused` and `isEnding` may
/// be set by any thread and only ever stop the inflow early. Every other effect of a call from
/// outside is a task of the endpoint, so that the receiver is never called from within one of its
/// own calls.
final class UdpConnection implements Connection, Timed, Intake.Owner {
  private static final System.Logger LOG = System.getLogger(UdpConnection.class.getName());
  private static final long KEEP_ALIVE_MILLIS = 15_000;
  private static final long DEAD_MILLIS = 60_000;

  private final Endpoint endpoint;
  private final long id;
  private final InetSocketAddress address;
  private final OpenConnections<UdpConnection> group;
  private final Peer peer;
  private final OutboundQueue queue;
  private final Intake intake;
  private final Deadlines deadlines;
  private final Outflow outflow;
  private final Inflow inflow = new Inflow();
  private final AtomicBoolean isSendRequested = new AtomicBoolean();
  private volatile boolean isPaused;
  private volatile boolean isEnding;

  private Receiver receiver = Receiver.deaf();
  private State state = State.OPEN;
  private boolean isInputEnded;
  private boolean isHeldUp;
  private long heardAt;
  private long saidAt;

  private enum State {
    /// Payloads flow both ways.
    OPEN,
    /// The owner has closed; what was accepted is being sent, and what comes is dropped.
    CLOSING,
    /// The owner knows of the end; the peer may still have to hear that its own end has arrived.
    LINGERING,
    /// The endpoint has forgotten the connection.
    GONE
  }

  UdpConnection(
      Endpoint endpoint,
      long id,
      InetSocketAddress address,
      OpenConnections<UdpConnection> group,
      TransportLimits limits) {
    this.endpoint = endpoint;
    this.id = id;
    this.address = address;
    this.group = group;
    this.peer = new Peer(address, UdpTransportProvider.NAME, false, true, "");
    this.queue = new OutboundQueue(limits);
    this.intake = new Intake(limits.maxPayloadBytes(), this);
    this.deadlines = new Deadlines(limits);
    this.outflow = new Outflow(queue);
  }

  long id() {
    return id;
  }

  /// Whether the peer is there. A connection does not move.
  boolean isAt(InetSocketAddress from) {
    return address.equals(from);
  }

  /// Shows the connection to its handler. On the endpoint's thread, once.
  void open(ConnectionHandler handler) {
    group.add(this);
    endpoint.add(this);
    heardAt = endpoint.nowMillis();
    saidAt = heardAt;
    guarded(() -> receiver = handler.opened(this));
    requestSend();
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
    requestSend();
    return true;
  }

  @Override
  public void pause() {
    isPaused = true;
  }

  @Override
  public void resume() {
    if (isPaused) {
      isPaused = false;
      endpoint.execute(this::goOn);
    }
  }

  @Override
  public void close() {
    queue.close();
    isEnding = true;
    endpoint.execute(this::beginClose);
  }

  @Override
  public void abort() {
    abort(CloseCause.ABORTED);
  }

  /// Ends the connection at once, for this cause.
  void abort(CloseCause cause) {
    queue.clear();
    isEnding = true;
    endpoint.execute(() -> reset(cause));
  }

  // What follows is for the endpoint's thread.

  /// How many bytes of the peer are kept, for others before them are missing or the owner does not
  /// take them; twice the window at most.
  int keptBytes() {
    return inflow.earlyBytes() + intake.keptBytes();
  }

  /// Takes a packet of the peer.
  void received(Packet packet) {
    long now = endpoint.nowMicros();
    heardAt = now / 1_000;
    if (outflow.acknowledged(packet.ack(), now)) {
      endpoint.counters().roundTripMicros.setRelease(outflow.roundTrip().smoothedMicros());
    }
    if (packet.isNumbered()) {
      endpoint.counters().count(inflow.received(packet, now, this::next));
      finishInput();
    }
    requestSend();
  }

  /// The peer knows nothing of the connection any more.
  void lost() {
    end(CloseCause.LOST);
  }

  /// Sends what may be sent, and acknowledges what has to be.
  void send() {
    isSendRequested.set(false);
    if (state == State.GONE) {
      return;
    }
    long now = endpoint.nowMicros();
    var sentSome = sendSegments(now);
    if (inflow.wantsAckNow() || inflow.ackDue() <= now) {
      put(Packet.acknowledging(endpoint.isAcceptor(), id, inflow.ack(now)));
    }
    watchProgress(sentSome, now / 1_000);
    if (outflow.takeRoom()) {
      guarded(receiver::drained);
    }
    if (state == State.CLOSING && isAllSaid()) {
      linger();
    }
    endpoint.timetable().add(this, due());
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
    endpoint.counters().oversized.increment();
    receiver.oversized();
    return takesPayloads();
  }

  @Override
  public long expire(long now) {
    if (state == State.GONE) {
      return NEVER;
    }
    if (now - heardAt >= DEAD_MILLIS) {
      end(CloseCause.LOST);
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
    if (!endpoint.isAcceptor() && now - saidAt >= KEEP_ALIVE_MILLIS) {
      outflow.probe();
    }
    outflow.expire(endpoint.nowMicros());
    requestSend();
    return due();
  }

  private void requestSend() {
    if (isSendRequested.compareAndSet(false, true)) {
      if (endpoint.isCurrent()) {
        endpoint.sendLater(this);
      } else {
        endpoint.execute(() -> endpoint.sendLater(this));
      }
    }
  }

  @Override
  public boolean takesPayloads() {
    return !isPaused && !isEnding;
  }

  /// Takes the next bytes of the peer's stream.
  private void next(ByteBuffer bytes) {
    if (state != State.OPEN) {
      inflow.taken(bytes.remaining());
      return;
    }
    guarded(() -> inflow.taken(intake.add(bytes)));
    if (state == State.OPEN && intake.isInsidePayload()) {
      endpoint.counters().partial.increment();
      if (!intake.hasBegun()) {
        callAt(deadlines.beginFirstPayload(endpoint.nowMillis()));
      }
    }
  }

  private void goOn() {
    if (state == State.OPEN) {
      guarded(() -> inflow.taken(intake.goOn()));
      finishInput();
      requestSend();
    }
  }

  private void finishInput() {
    if (state == State.OPEN
        && inflow.isFinished()
        && intake.isEmpty()
        && takesPayloads()
        && !isInputEnded) {
      isInputEnded = true;
      deadlines.endFirstPayload();
      guarded(receiver::finished);
    }
  }

  private boolean sendSegments(long now) {
    var isNew = false;
    for (var sent = outflow.next(now); sent != null; sent = outflow.next(now)) {
      var segment = sent.segment();
      put(
          new Packet(
              endpoint.isAcceptor(),
              id,
              inflow.ack(now),
              sent.number(),
              segment.isLast(),
              segment.offset(),
              segment.bytes()));
      isNew |= !segment.isProbe() && !sent.isRepeated();
      if (sent.isRepeated()) {
        endpoint.counters().retransmissions.increment();
      }
    }
    if (isNew) {
      endpoint.counters().writes.increment();
    }
    return isNew;
  }

  private void put(Packet packet) {
    saidAt = endpoint.nowMillis();
    endpoint.send(packet, address);
  }

  /// Begins to count how long a peer takes nothing, or ends it.
  private void watchProgress(boolean tookSome, long nowMillis) {
    var isWaiting = queue.waitingBytes() > 0;
    if (!isWaiting) {
      deadlines.endStall();
    } else if (tookSome || !isHeldUp) {
      deadlines.beginStall(nowMillis);
    }
    isHeldUp = isWaiting;
  }

  private void beginClose() {
    if (state == State.OPEN) {
      state = State.CLOSING;
      inflow.taken(intake.drop());
      outflow.finish();
      callAt(deadlines.beginClose(endpoint.nowMillis()));
      requestSend();
    }
  }

  /// Whether the peer has all, or has said its own last word and lacks nothing but ours.
  private boolean isAllSaid() {
    return outflow.isFinished() || (inflow.isFinished() && outflow.owesOnlyItsEnd());
  }

  private void linger() {
    state = State.LINGERING;
    tellEnd(CloseCause.CLOSED);
  }

  private void expireClose() {
    if (state == State.LINGERING) {
      forget();
    } else {
      reset(CloseCause.STALLED);
    }
  }

  private void callAt(long due) {
    endpoint.timetable().add(this, due);
  }

  private long due() {
    long now = endpoint.nowMillis();
    long network = Math.min(outflow.due(), inflow.ackDue());
    long soon = network == Outflow.NEVER ? NEVER : (network + 999) / 1_000;
    long silence = endpoint.isAcceptor() ? NEVER : saidAt + KEEP_ALIVE_MILLIS;
    long patience = Math.min(deadlines.next(now), heardAt + DEAD_MILLIS);
    return Math.max(now + 1, Math.min(Math.min(soon, silence), patience));
  }

  private void reset(CloseCause cause) {
    if (state == State.OPEN || state == State.CLOSING) {
      endpoint.send(new Reset(id), address);
      end(cause);
    }
  }

  private void end(CloseCause cause) {
    if (state == State.GONE) {
      return;
    }
    var isKnown = state == State.LINGERING;
    forget();
    if (!isKnown) {
      tellEnd(cause);
    }
  }

  private void forget() {
    state = State.GONE;
    endpoint.remove(this);
  }

  private void tellEnd(CloseCause cause) {
    isEnding = true;
    queue.clear();
    intake.drop();
    group.remove(this);
    guarded(() -> receiver.closed(cause));
    receiver = Receiver.deaf();
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
