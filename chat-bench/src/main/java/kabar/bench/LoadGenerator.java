package kabar.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/// The load on one server: one thread, one selector, and next to no work per reply, so that the
/// server is what is measured. The load is a closed loop: a reply is what makes the next request.
final class LoadGenerator implements Load {
  private static final int READ_BYTES = 64 * 1024;
  private static final long STALL_MILLIS = 10_000;

  private final LoadShape shape;
  private final LongConsumer latency;
  private final Selector selector = Selector.open();
  private final List<LoadConnection> connections = new ArrayList<>();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(READ_BYTES);
  private boolean isSending;
  private long answered;
  private long unanswered;

  /// Opens all connections.
  LoadGenerator(InetSocketAddress address, Exchange exchange, LoadShape shape) throws IOException {
    this(Wire.STREAM, address, exchange, shape, _ -> {});
  }

  /// Opens all connections.
  ///
  /// @param shape of depth 1 where each request is a datagram
  /// @param latency hears how long each reply took, in nanoseconds, at depth 1
  LoadGenerator(
      Wire wire,
      InetSocketAddress address,
      Exchange exchange,
      LoadShape shape,
      LongConsumer latency)
      throws IOException {
    this.shape = shape;
    this.latency = latency;
    var requests = exchange.requests(shape.depth());
    var replies = exchange.replies(READ_BYTES);
    try {
      for (int i = 0; i < shape.connections(); i++) {
        var stream = new ReplyStream(replies, exchange.reply().length());
        var connection =
            LoadConnection.open(wire, address, requests, exchange.request().length(), stream);
        connections.add(connection);
        connection.register(selector);
      }
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  @Override
  public Sum run(Duration duration) throws IOException {
    long start = System.nanoTime();
    answered = 0;
    isSending = true;
    for (var connection : connections) {
      send(connection, shape.depth());
    }
    while (unanswered > 0) {
      awaitReplies();
      isSending = System.nanoTime() - start < duration.toNanos();
    }
    return new Sum(answered, Duration.ofNanos(System.nanoTime() - start));
  }

  @Override
  public void greet() throws IOException {
    isSending = false;
    for (var connection : connections) {
      send(connection, 1);
    }
    while (unanswered > 0) {
      awaitReplies();
    }
  }

  @Override
  public void close() throws IOException {
    for (var connection : connections) {
      connection.close();
    }
    selector.close();
  }

  private void awaitReplies() throws IOException {
    try {
      if (selector.select(this::ready, STALL_MILLIS) == 0) {
        throw new BenchException(
            "%d replies did not come within %d ms".formatted(unanswered, STALL_MILLIS));
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void ready(SelectionKey key) {
    try {
      if (key.attachment() instanceof LoadConnection connection) {
        int replies = connection.receive(buffer);
        answered += replies;
        unanswered -= replies;
        if (replies > 0) {
          latency.accept(connection.nanosSinceSent());
          sendNext(connection, replies);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void sendNext(LoadConnection connection, int count) throws IOException {
    if (isSending) {
      send(connection, count);
    }
  }

  private void send(LoadConnection connection, int count) throws IOException {
    connection.send(count);
    unanswered += count;
  }
}
