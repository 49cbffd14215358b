package kabar.testkit.loopback;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import kabar.api.transport.OutboundQueue;
import kabar.api.transport.TransportLimits;
import kabar.testkit.transport.RawPeer;
import org.jspecify.annotations.Nullable;

/// A test peer at the other end of a loopback connection. Its monitor guards what has arrived and
/// was not read yet.
final class LoopbackPeer implements RawPeer, End {
  private static final int WINDOW_BYTES = 64 * 1024;
  private static final TransportLimits NO_LIMITS =
      new TransportLimits(
          Integer.MAX_VALUE,
          Integer.MAX_VALUE,
          Integer.MAX_VALUE,
          Duration.ZERO,
          Duration.ZERO,
          Duration.ZERO);

  private final Loop loop;
  private final OutboundQueue queue = new OutboundQueue(NO_LIMITS);
  private final Flow outflow;
  private final ByteBuffer arrived = ByteBuffer.allocate(WINDOW_BYTES);
  private boolean finished;
  private boolean reset;
  private boolean closed;
  private @Nullable End other;
  private volatile @Nullable Flow inflow;

  LoopbackPeer(Loop loop) {
    this.loop = loop;
    outflow = new Flow(loop, queue, this);
  }

  Flow outflow() {
    return outflow;
  }

  @Override
  public void join(End other, Flow inflow) {
    this.other = other;
    this.inflow = inflow;
  }

  @Override
  public void send(byte[] bytes) throws IOException {
    synchronized (this) {
      if (reset) {
        throw new SocketException("loopback: reset");
      }
    }
    queue.offer(bytes.clone());
    outflow.wake();
  }

  @Override
  public byte[] receive(int count) throws IOException {
    var bytes = new ByteArrayOutputStream();
    while (bytes.size() < count && readSome(bytes, count - bytes.size())) {
      wakeInflow();
    }
    return bytes.toByteArray();
  }

  @Override
  public byte[] receiveAll() throws IOException {
    return receive(Integer.MAX_VALUE);
  }

  @Override
  public void finishOutput() {
    loop.run(outflow::finish);
  }

  @Override
  public void vanish() {
    loop.run(this::leave);
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    wakeInflow();
    finishOutput();
  }

  @Override
  public synchronized void take(ByteBuffer bytes) {
    if (closed) {
      bytes.position(bytes.limit());
      return;
    }
    int count = Math.min(bytes.remaining(), arrived.remaining());
    arrived.put(bytes.slice(bytes.position(), count));
    bytes.position(bytes.position() + count);
    notifyAll();
  }

  @Override
  public synchronized boolean inputEnded() {
    finished = true;
    notifyAll();
    return true;
  }

  @Override
  public synchronized void lost() {
    reset = true;
    notifyAll();
  }

  @Override
  public void passed(boolean moved, boolean hasRoom) {}

  @Override
  public void allSent() {}

  /// Waits for bytes. Answers whether there were any before the end.
  private synchronized boolean readSome(ByteArrayOutputStream target, int atMost)
      throws IOException {
    awaitSomething();
    if (arrived.position() == 0 && reset) {
      throw new SocketException("loopback: reset");
    }
    arrived.flip();
    var some = new byte[Math.min(arrived.remaining(), atMost)];
    arrived.get(some);
    arrived.compact();
    target.writeBytes(some);
    return some.length > 0;
  }

  private synchronized void awaitSomething() throws SocketTimeoutException {
    long end = System.nanoTime() + DEADLINE.toNanos();
    try {
      while (arrived.position() == 0 && !finished && !reset) {
        long left = end - System.nanoTime();
        if (left <= 0) {
          throw new SocketTimeoutException("loopback: nothing for " + DEADLINE);
        }
        TimeUnit.NANOSECONDS.timedWait(this, Math.max(left, 1_000_000));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SocketTimeoutException("loopback: interrupted");
    }
  }

  private void leave() {
    outflow.stop();
    queue.clear();
    if (other != null) {
      other.lost();
    }
  }

  private void wakeInflow() {
    var flow = inflow;
    if (flow != null) {
      flow.wake();
    }
  }
}
