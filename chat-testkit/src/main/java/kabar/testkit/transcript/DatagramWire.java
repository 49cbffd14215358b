package kabar.testkit.transcript;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.nio.charset.StandardCharsets;

/// A client that asks in bare datagrams.
final class DatagramWire implements Wire {
  private static final int MOST_BYTES = 65_507;

  private final DatagramSocket socket;

  DatagramWire(DatagramSocket socket) throws IOException {
    if (!socket.isConnected()) {
      throw new IllegalArgumentException("expected a socket that is connected to the server");
    }
    this.socket = socket;
    socket.setSoTimeout((int) DEADLINE.toMillis());
  }

  @Override
  public void send(byte[] bytes) throws IOException {
    socket.send(new DatagramPacket(bytes, bytes.length));
  }

  /// @throws IOException also if a datagram is not one reply of the text dialect
  @Override
  public String receive() throws IOException {
    var packet = new DatagramPacket(new byte[MOST_BYTES], MOST_BYTES);
    socket.receive(packet);
    var datagram = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.ISO_8859_1);
    int end = datagram.indexOf(Replies.EMPTY_LINE);
    if (end < 0 || end + Replies.EMPTY_LINE.length() != datagram.length()) {
      throw new IOException("expected one whole reply in the datagram '%s'".formatted(datagram));
    }
    return datagram.substring(0, end);
  }

  @Override
  public void close() {
    socket.close();
  }
}
