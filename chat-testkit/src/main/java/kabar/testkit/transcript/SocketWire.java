package kabar.testkit.transcript;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;

/// A client on a plain socket.
final class SocketWire implements Wire {
  private final Socket socket;
  private final Replies replies;
  private final byte[] buffer = new byte[8 * 1024];

  SocketWire(Socket socket, String terminator) throws IOException {
    this.socket = socket;
    this.replies = new Replies(terminator);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout((int) DEADLINE.toMillis());
  }

  @Override
  public void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  @Override
  public String receive() throws IOException {
    var reply = replies.poll();
    while (reply.isEmpty()) {
      int count = socket.getInputStream().read(buffer);
      if (count < 0) {
        throw new EOFException("the connection ended after '%s'".formatted(replies));
      }
      replies.add(ByteBuffer.wrap(buffer, 0, count));
      reply = replies.poll();
    }
    return reply.get();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
