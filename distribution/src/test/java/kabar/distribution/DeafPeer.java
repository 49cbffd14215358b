package kabar.distribution;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/// A peer that asks for its large inbox again and again and never reads an answer.
final class DeafPeer implements AutoCloseable {
  private static final int LETTERS = 12;
  private static final int LETTER_CHARACTERS = 4_000;
  private static final long MOST_BYTES = 64 * 1024 * 1024;
  private static final long BLOCKED_MILLIS = 1_000;

  private final SocketChannel channel;
  private final Selector selector;
  private final ByteBuffer requests;

  private DeafPeer(SocketChannel channel, Selector selector, String request) {
    this.channel = channel;
    this.selector = selector;
    this.requests = ByteBuffer.wrap(request.repeat(1_000).getBytes(StandardCharsets.US_ASCII));
  }

  /// Fills an inbox of about 290 KB, written as JSON, and connects as its owner.
  static DeafPeer connectTo(PackedServer server) throws IOException {
    try (var client = server.connect()) {
      var token = client.login("lineker");
      for (int i = 0; i < LETTERS; i++) {
        var reply = client.ask("send " + token + " lineker " + "é".repeat(LETTER_CHARACTERS));
        if (!reply.equals(Replies.SENT)) {
          throw new AssertionError("the inbox cannot be filled: " + reply);
        }
      }
      return connect(server, "inbox " + token + "\n");
    }
  }

  /// Writes requests until the server has taken none for a second.
  ///
  /// @return how many bytes that were
  long writeUntilBlocked() throws IOException {
    long written = 0;
    while (written < MOST_BYTES) {
      written += writeSome();
      if (selector.select(BLOCKED_MILLIS) == 0) {
        return written;
      }
      selector.selectedKeys().clear();
    }
    throw new AssertionError("the server reads on: it has taken %,d bytes".formatted(written));
  }

  /// Waits until the server has ended the connection.
  void awaitEnd() throws IOException {
    long end = System.nanoTime() + TextClient.DEADLINE_MILLIS * 1_000_000L;
    try {
      while (System.nanoTime() < end) {
        selector.select(BLOCKED_MILLIS);
        selector.selectedKeys().clear();
        writeSome();
      }
    } catch (IOException e) {
      return;
    }
    throw new AssertionError("the server keeps the connection");
  }

  @Override
  public void close() throws IOException {
    selector.close();
    channel.close();
  }

  private static DeafPeer connect(PackedServer server, String request) throws IOException {
    var channel = SocketChannel.open();
    channel.setOption(StandardSocketOptions.SO_RCVBUF, 8 * 1024);
    channel.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), server.port()));
    channel.configureBlocking(false);
    var selector = Selector.open();
    channel.register(selector, SelectionKey.OP_WRITE);
    return new DeafPeer(channel, selector, request);
  }

  private long writeSome() throws IOException {
    if (!requests.hasRemaining()) {
      requests.rewind();
    }
    return channel.write(requests);
  }
}
