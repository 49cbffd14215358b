package kabar.client;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Random;
import kabar.api.transport.CloseCause;
import kabar.api.transport.Connection;
import kabar.api.transport.ConnectionHandler;
import kabar.api.transport.LineCutter;
import kabar.api.transport.Peer;
import kabar.api.transport.Receiver;
import org.jspecify.annotations.Nullable;

/// One end of a virtual wire. What its owner offers arrives at the other end after a while, cut
/// anywhere. Everything happens in virtual time, no call of a receiver within another.
final class VirtualEnd implements Connection, LineCutter.Sink {
  private static final long LONGEST_DELAY = Duration.ofMillis(40).toNanos();
  private static final int QUEUE_BYTES = 32 * 1024;
  private static final int MAX_PAYLOAD_BYTES = 1024 * 1024;

  private final VirtualTime time;
  private final int actor;
  private final Random random;
  private final Peer peer;
  private final LineCutter cutter = new LineCutter(MAX_PAYLOAD_BYTES);
  private final ArrayDeque<ByteBuffer> arrived = new ArrayDeque<>();
  private Receiver receiver = Receiver.deaf();
  private @Nullable VirtualEnd other;
  private long lastArrival;
  private int underWay;
  private boolean hasRefused;
  private boolean isPaused;
  private boolean isDeaf;
  private boolean isClosing;
  private boolean isOver;
  private boolean hasVanished;
  private boolean hasInputEnded;

  /// @param actor a number of its own, and the one after it
  VirtualEnd(VirtualTime time, int actor, Random random, Peer peer) {
    this.time = time;
    this.actor = actor;
    this.random = random;
    this.peer = peer;
  }

  void join(VirtualEnd other) {
    this.other = other;
  }

  void open(ConnectionHandler handler) {
    receiver = handler.opened(this);
  }

  boolean isOver() {
    return isOver;
  }

  @Override
  public Peer peer() {
    return peer;
  }

  @Override
  public boolean offer(byte[] payload) {
    if (isOver || isClosing) {
      return false;
    }
    if (underWay >= QUEUE_BYTES) {
      hasRefused = true;
      return false;
    }
    underWay += payload.length;
    int cut = random.nextInt(payload.length + 1);
    send(Arrays.copyOf(payload, cut));
    send(Arrays.copyOfRange(payload, cut, payload.length));
    return true;
  }

  @Override
  public void pause() {
    isPaused = true;
  }

  @Override
  public void resume() {
    isPaused = false;
    later(this::deliver);
  }

  @Override
  public void close() {
    if (!isClosing && !isOver) {
      isClosing = true;
      lastArrival = nextArrival();
      time.at(lastArrival, actor, this::closed);
    }
  }

  @Override
  public void abort() {
    end(CloseCause.ABORTED);
  }

  /// Nothing arrives here any more.
  void deafen() {
    isDeaf = true;
  }

  /// Nothing is told to its owner any more, and nothing that it sent arrives.
  void vanish() {
    hasVanished = true;
    isOver = true;
  }

  /// Ends the connection here, and soon at the other end.
  void end(CloseCause cause) {
    if (isOver) {
      return;
    }
    isOver = true;
    later(() -> receiver.closed(cause));
    var peerEnd = other;
    if (peerEnd != null && !peerEnd.isDeaf) {
      peerEnd.later(() -> peerEnd.end(CloseCause.LOST));
    }
  }

  @Override
  public boolean line(ByteBuffer line) {
    receiver.received(line.asReadOnlyBuffer());
    return isListening();
  }

  @Override
  public boolean oversized() {
    receiver.oversized();
    return isListening();
  }

  private boolean isListening() {
    return !isPaused && !isClosing && !isOver;
  }

  private void send(byte[] piece) {
    lastArrival = nextArrival();
    time.at(lastArrival, actor, () -> arrive(piece));
  }

  private long nextArrival() {
    return Math.max(lastArrival, time.nanos() + random.nextLong(LONGEST_DELAY));
  }

  /// A piece that was sent here arrives at the other end, unless one of them is gone.
  private void arrive(byte[] piece) {
    var there = other;
    if (hasVanished || there == null || (isOver && !isClosing)) {
      return;
    }
    underWay -= piece.length;
    if (hasRefused && underWay <= QUEUE_BYTES / 2 && !isOver) {
      hasRefused = false;
      receiver.drained();
    }
    there.take(piece);
  }

  private void take(byte[] piece) {
    if (!isDeaf && !isOver && !isClosing) {
      arrived.add(ByteBuffer.wrap(piece));
      deliver();
    }
  }

  private void deliver() {
    while (!arrived.isEmpty() && isListening()) {
      var next = arrived.element();
      cutter.cut(next, this);
      if (!next.hasRemaining()) {
        arrived.poll();
      }
    }
    if (hasInputEnded && arrived.isEmpty() && isListening()) {
      hasInputEnded = false;
      receiver.finished();
    }
  }

  /// All that was accepted has arrived.
  private void closed() {
    if (isOver) {
      return;
    }
    isOver = true;
    receiver.closed(CloseCause.CLOSED);
    var there = other;
    if (there != null && !there.isDeaf && !there.isOver) {
      there.hasInputEnded = true;
      there.deliver();
    }
  }

  private void later(Runnable task) {
    time.at(time.nanos() + random.nextLong(LONGEST_DELAY), actor + 2, () -> runIfThere(task));
  }

  private void runIfThere(Runnable task) {
    if (!hasVanished) {
      task.run();
    }
  }
}
