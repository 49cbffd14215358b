package example.transport.unix;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Arrays;
import kabar.testkit.transport.RawPeer;

/// A bare socket. It waits with a selector, because such sockets know no time-outs; one for reading
/// and one for writing, so that two threads may use it.
final class UnixPeer implements RawPeer {
  private final SocketChannel channel;
  private final Selector readable = Selector.open();
  private final Selector writable = Selector.open();

  UnixPeer(Path path) throws IOException {
    channel = SocketChannel.open(UnixDomainSocketAddress.of(path));
    channel.configureBlocking(false);
    channel.register(readable, SelectionKey.OP_READ);
    channel.register(writable, SelectionKey.OP_WRITE);
  }

  @Override
  public void send(byte[] bytes) throws IOException {
    var buffer = ByteBuffer.wrap(bytes);
    while (channel.write(buffer) >= 0 && buffer.hasRemaining()) {
      writable.select();
      writable.selectedKeys().clear();
    }
  }

  @Override
  public byte[] receive(int count) throws IOException {
    var received = ByteBuffer.allocate(count);
    while (received.hasRemaining() && channel.read(received) >= 0) {
      if (received.hasRemaining()) {
        awaitInput();
      }
    }
    return received.flip().remaining() == count
        ? received.array()
        : Arrays.copyOf(received.array(), received.remaining());
  }

  @Override
  public byte[] receiveAll() throws IOException {
    var all = new ByteArrayOutputStream();
    for (var piece = receive(8192); piece.length > 0; piece = receive(8192)) {
      all.writeBytes(piece);
    }
    return all.toByteArray();
  }

  @Override
  public void finishOutput() throws IOException {
    channel.shutdownOutput();
  }

  @Override
  public void vanish() throws IOException {
    close();
  }

  @Override
  public void close() throws IOException {
    channel.close();
    readable.close();
    writable.close();
  }

  private void awaitInput() throws IOException {
    readable.selectedKeys().clear();
    if (readable.select(DEADLINE.toMillis()) == 0) {
      throw new SocketTimeoutException("nothing came within " + DEADLINE);
    }
  }
}
