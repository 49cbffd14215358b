package kabar.testkit.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import kabar.api.transport.Listener;

/// A raw peer on a plain socket, for transports over TCP.
public final class SocketPeer implements RawPeer {
  private static final int SMALL_BUFFER_BYTES = 16 * 1024;

  private final Socket socket;

  /// @param socket connected, and from now on the peer's
  public SocketPeer(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    socket.setSoTimeout((int) DEADLINE.toMillis());
  }

  /// A peer that is connected to a listener. Its receive buffer is small, so that a peer that reads
  /// nothing is soon felt at the other end.
  public static SocketPeer of(Listener listener) throws IOException {
    var address = listener.address();
    var socket = new Socket();
    try {
      socket.setReceiveBufferSize(SMALL_BUFFER_BYTES);
      var target = new InetSocketAddress(address.getHost(), address.getPort());
      socket.connect(target, (int) DEADLINE.toMillis());
      return new SocketPeer(socket);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  @Override
  public void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  @Override
  public byte[] receive(int count) throws IOException {
    return socket.getInputStream().readNBytes(count);
  }

  @Override
  public byte[] receiveAll() throws IOException {
    return socket.getInputStream().readAllBytes();
  }

  @Override
  public void finishOutput() throws IOException {
    socket.shutdownOutput();
  }

  @Override
  public void vanish() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
