package kabar.transport.udp;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import kabar.api.transport.CloseCause;
import kabar.api.transport.Connection;
import kabar.api.transport.ConnectionHandler;
import kabar.api.transport.OpenConnections;
import kabar.api.transport.Peer;
import kabar.api.transport.Receiver;
import org.jspecify.annotations.Nullable;

/// One datagram in plain text and the one that answers it: a connection that delivers one payload,
/// takes one offer and closes. Whether the sender receives at its address is not known.
///
/// The fields without a word are confined to the endpoint's thread.
final class BareConnection implements Connection {
  private static final System.Logger LOG = System.getLogger(BareConnection.class.getName());

  private final Endpoint endpoint;
  private final InetSocketAddress address;
  private final OpenConnections<BareConnection> group;
  private final int maxPayloadBytes;
  private final AtomicBoolean isAnswered = new AtomicBoolean();
  private volatile boolean isPaused;
  private volatile boolean isEnding;
  private Receiver receiver = Receiver.deaf();
  private @Nullable ByteBuffer request;
  private boolean isFinished;
  private boolean isGone;

  BareConnection(
      Endpoint endpoint,
      InetSocketAddress address,
      OpenConnections<BareConnection> group,
      int maxPayloadBytes) {
    this.endpoint = endpoint;
    this.address = address;
    this.group = group;
    this.maxPayloadBytes = maxPayloadBytes;
  }

  /// Shows the connection to its handler, then the request to its receiver. On the endpoint's
  /// thread, once.
  void serve(ConnectionHandler handler, ByteBuffer datagram) {
    group.add(this);
    guarded(() -> receiver = handler.opened(this));
    request = datagram.asReadOnlyBuffer();
    goOn();
    if (request != null) {
      request = ByteBuffer.allocate(datagram.remaining()).put(datagram).flip().asReadOnlyBuffer();
    }
  }

  @Override
  public Peer peer() {
    return new Peer(address, UdpTransportProvider.NAME, false, false, "");
  }

  @Override
  public boolean offer(byte[] payload) {
    if (payload.length > Message.MAX_BYTES || isEnding || !isAnswered.compareAndSet(false, true)) {
      return false;
    }
    if (endpoint.isCurrent()) {
      answer(payload);
    } else {
      endpoint.execute(() -> answer(payload));
    }
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
    isEnding = true;
    endpoint.execute(() -> end(CloseCause.CLOSED));
  }

  @Override
  public void abort() {
    abort(CloseCause.ABORTED);
  }

  /// Ends the connection at once, for this cause.
  void abort(CloseCause cause) {
    isEnding = true;
    endpoint.execute(() -> end(cause));
  }

  /// Delivers what has not been delivered, as far as the owner takes it.
  private void goOn() {
    if (request != null && takesMore()) {
      var whole = request;
      request = null;
      guarded(() -> deliver(whole));
    }
    if (request == null && takesMore() && !isFinished) {
      isFinished = true;
      guarded(receiver::finished);
    }
  }

  private boolean takesMore() {
    return !isPaused && !isEnding && !isGone;
  }

  private void deliver(ByteBuffer whole) {
    if (whole.remaining() > maxPayloadBytes) {
      endpoint.counters().oversized.increment();
      receiver.oversized();
    } else {
      receiver.received(whole);
    }
  }

  private void answer(byte[] payload) {
    if (!isGone) {
      endpoint.send(ByteBuffer.wrap(payload), address);
      endpoint.execute(() -> end(CloseCause.CLOSED));
    }
  }

  private void end(CloseCause cause) {
    if (!isGone) {
      isGone = true;
      isEnding = true;
      group.remove(this);
      guarded(() -> receiver.closed(cause));
    }
  }

  private void guarded(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException bug) {
      LOG.log(System.Logger.Level.ERROR, "a receiver failed; its connection is aborted", bug);
      abort();
    }
  }
}
