package kabar.bench;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/// One socket of the load.
final class LoadConnection implements Closeable {
  private final Ends ends;
  private final ByteBuffer requests;
  private final int requestBytes;
  private final ReplyStream replies;
  private long sentAt;

  private LoadConnection(Ends ends, ByteBuffer requests, int requestBytes, ReplyStream replies) {
    this.ends = ends;
    this.requests = requests;
    this.requestBytes = requestBytes;
    this.replies = replies;
  }

  /// One socket, by two of its names.
  record Ends(SelectableChannel selectable, ByteChannel bytes) {}

  /// Connects; blocks meanwhile.
  ///
  /// @param requests the most requests that are sent at a time
  static LoadConnection open(
      Wire wire,
      InetSocketAddress address,
      ByteBuffer requests,
      int requestBytes,
      ReplyStream replies)
      throws IOException {
    return new LoadConnection(wire.open(address), requests.duplicate(), requestBytes, replies);
  }

  void register(Selector selector) throws IOException {
    ends.selectable().register(selector, SelectionKey.OP_READ, this);
  }

  /// Sends so many requests in one write. They always fit: what is unanswered is bounded.
  void send(int count) throws IOException {
    sentAt = System.nanoTime();
    requests.limit(count * requestBytes).position(0);
    ends.bytes().write(requests);
    if (requests.hasRemaining()) {
      throw new BenchException("a socket took no more requests: too many connections times depth");
    }
  }

  /// Reads once.
  ///
  /// @return how many replies were completed by it
  int receive(ByteBuffer buffer) throws IOException {
    if (ends.bytes().read(buffer.clear()) < 0) {
      throw new BenchException("the server closed a connection");
    }
    return replies.take(buffer.flip());
  }

  /// How long ago requests were sent, in nanoseconds.
  long nanosSinceSent() {
    return System.nanoTime() - sentAt;
  }

  @Override
  public void close() throws IOException {
    ends.bytes().close();
  }
}
