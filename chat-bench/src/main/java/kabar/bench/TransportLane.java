package kabar.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongConsumer;
import kabar.api.transport.CloseCause;
import kabar.api.transport.Connection;
import kabar.api.transport.Receiver;
import kabar.api.transport.Transport;
import org.jspecify.annotations.Nullable;

/// One connection of a load. Replies come on the transport's thread, rounds begin on another: all
/// fields are guarded by this, which nobody else wants meanwhile.
final class TransportLane implements Receiver {
  private final byte[] request;
  private final ReplyStream replies;
  private final LongConsumer latency;

  /// When the requests that are not answered were sent, each at its number modulo the depth.
  private final long[] sentAt;

  private final Connection connection;
  private CountDownLatch over = new CountDownLatch(0);
  private long end;
  private long sent;
  private long answered;
  private long answeredBefore;
  private @Nullable String failure;

  private TransportLane(Connection connection, Task task) {
    this.connection = connection;
    this.request = task.exchange().request().getBytes(StandardCharsets.US_ASCII);
    this.replies = new ReplyStream(task.replies(), task.exchange().reply().length());
    this.latency = task.latency();
    this.sentAt = new long[task.depth()];
  }

  /// What all lanes of a load do.
  ///
  /// @param replies enough of them for the longest line that a transport passes on
  /// @param depth the most requests that are under way
  /// @param latency hears how long each reply took, in nanoseconds
  record Task(Exchange exchange, ByteBuffer replies, int depth, LongConsumer latency) {}

  /// Connects; blocks meanwhile.
  static TransportLane open(Transport transport, URI server, Task task) throws IOException {
    var lane = new CompletableFuture<TransportLane>();
    transport.connect(
        server,
        connection -> {
          var receiver = new TransportLane(connection, task);
          lane.complete(receiver);
          return receiver;
        });
    return lane.join();
  }

  /// Sends so many requests, and one more for each reply until the end.
  ///
  /// @param endNanos as {@link System#nanoTime} tells
  /// @param latch counts down when all are answered, or the connection has failed
  synchronized void begin(int depth, long endNanos, CountDownLatch latch) {
    over = latch;
    end = endNanos;
    answeredBefore = answered;
    for (int i = 0; i < depth; i++) {
      send(System.nanoTime());
    }
    if (failure != null) {
      over.countDown();
    }
  }

  /// How many replies came since the last begin.
  synchronized long answered() {
    return answered - answeredBefore;
  }

  synchronized int unanswered() {
    return (int) (sent - answered);
  }

  /// @throws BenchException if a reply was wrong or the connection is gone
  synchronized void requireWhole() throws BenchException {
    if (failure != null) {
      throw new BenchException(failure);
    }
  }

  @Override
  public synchronized void received(ByteBuffer payload) {
    try {
      int count = replies.take(payload);
      if (count > 0) {
        answered(count);
      }
    } catch (BenchException e) {
      fail("gave " + e.getMessage());
    }
  }

  @Override
  public void oversized() {
    fail("sent a reply that is too long");
  }

  @Override
  public void drained() {
    // What is unanswered is bounded, so that all finds room.
  }

  @Override
  public void finished() {
    fail("was closed by the server");
  }

  @Override
  public void closed(CloseCause cause) {
    fail("has ended: " + cause);
  }

  private void answered(int count) {
    long now = System.nanoTime();
    for (int i = 0; i < count; i++) {
      latency.accept(now - sentAt[(int) (answered % sentAt.length)]);
      answered++;
      if (now - end < 0) {
        send(now);
      }
    }
    if (answered == sent) {
      over.countDown();
    }
  }

  private void send(long now) {
    sentAt[(int) (sent % sentAt.length)] = now;
    if (connection.offer(request)) {
      sent++;
    } else {
      fail("took no more requests: closed, or too many for the queue");
    }
  }

  private synchronized void fail(String why) {
    if (failure == null) {
      failure = "a connection over %s %s".formatted(connection.peer().transport(), why);
    }
    over.countDown();
  }
}
