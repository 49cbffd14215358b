package kabar.bench;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/// One socket of the load.
final class LoadConnection implements Closeable {
  private final SocketChannel channel;
  private final ByteBuffer requests;
  private final int requestBytes;
  private final ReplyStream replies;
  private long sentAt;

  private LoadConnection(
      SocketChannel channel, ByteBuffer requests, int requestBytes, ReplyStream replies) {
    this.channel = channel;
    this.requests = requests;
    this.requestBytes = requestBytes;
    this.replies = replies;
  }

  /// Connects; blocks meanwhile.
  ///
  /// @param requests the most requests that are sent at a time
  static LoadConnection open(
      InetSocketAddress address, ByteBuffer requests, int requestBytes, ReplyStream replies)
      throws IOException {
    var channel = SocketChannel.open(address);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    return new LoadConnection(channel, requests.duplicate(), requestBytes, replies);
  }

  void register(Selector selector) throws IOException {
    channel.register(selector, SelectionKey.OP_READ, this);
  }

  /// Sends so many requests in one write. They always fit: what is unanswered is bounded.
  void send(int count) throws IOException {
    sentAt = System.nanoTime();
    requests.limit(count * requestBytes).position(0);
    channel.write(requests);
    if (requests.hasRemaining()) {
      throw new BenchException("a socket took no more requests: too many connections times depth");
    }
  }

  /// Reads once.
  ///
  /// @return how many replies were completed by it
  int receive(ByteBuffer buffer) throws IOException {
    if (channel.read(buffer.clear()) < 0) {
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
    channel.close();
  }
}
