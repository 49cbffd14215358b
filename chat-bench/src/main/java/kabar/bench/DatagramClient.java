package kabar.bench;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/// Single requests of the text dialect, each in a datagram of its own, and the answers to them.
final class DatagramClient implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 30_000;
  private static final int MAX_DATAGRAM_BYTES = 65_535;

  private final DatagramSocket socket;

  private DatagramClient(DatagramSocket socket) {
    this.socket = socket;
  }

  static DatagramClient to(InetSocketAddress address) throws IOException {
    var socket = new DatagramSocket();
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket.connect(address);
    return new DatagramClient(socket);
  }

  /// Sends a request and answers the reply.
  ///
  /// @throws BenchException if it is not an OK
  String ask(String request) throws IOException {
    var bytes = request.getBytes(StandardCharsets.US_ASCII);
    socket.send(new DatagramPacket(bytes, bytes.length));
    var packet = new DatagramPacket(new byte[MAX_DATAGRAM_BYTES], MAX_DATAGRAM_BYTES);
    socket.receive(packet);
    var reply = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
    return TextClient.requireOk(reply);
  }

  @Override
  public void close() {
    socket.close();
  }
}
