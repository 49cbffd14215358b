package kabar.transport.udp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/// The socket of a raw peer: it adds and checks the checksum, and holds the peer's time. Safe for
/// one thread that receives and any that send.
final class PeerSocket implements AutoCloseable {
  static final int LONGEST_BYTES = 1_200;
  static final int CHECKSUM_BYTES = 4;

  private final DatagramSocket socket = new DatagramSocket();
  private final SocketAddress server;
  private final int timeLapse;

  /// @param timeLapse how many times faster than elsewhere time passes here, from 1
  PeerSocket(SocketAddress server, int timeLapse) throws IOException {
    this.server = server;
    this.timeLapse = timeLapse;
  }

  /// Nanoseconds from a moment that nobody knows, to be compared by subtraction.
  long now() {
    return System.nanoTime() * timeLapse;
  }

  static ByteBuffer message() {
    return ByteBuffer.allocate(LONGEST_BYTES);
  }

  /// Sends what was put into a {@link #message}.
  void send(ByteBuffer message) throws IOException {
    message.putInt(checksum(message.duplicate().flip())).flip();
    var bytes = new byte[message.remaining()];
    message.get(bytes);
    socket.send(new DatagramPacket(bytes, bytes.length, server));
  }

  /// Waits for one datagram. Empty when none came that is from the server and undamaged; what it
  /// answers is without the checksum.
  Optional<ByteBuffer> receive(Duration atMost) throws IOException {
    var packet = new DatagramPacket(new byte[LONGEST_BYTES + 1], LONGEST_BYTES + 1);
    socket.setSoTimeout((int) Math.max(1, atMost.toMillis() / timeLapse));
    try {
      socket.receive(packet);
    } catch (SocketTimeoutException e) {
      return Optional.empty();
    }
    int length = packet.getLength() - CHECKSUM_BYTES;
    if (length < 1
        || packet.getLength() > LONGEST_BYTES
        || !server.equals(packet.getSocketAddress())) {
      return Optional.empty();
    }
    var whole = ByteBuffer.wrap(Arrays.copyOf(packet.getData(), packet.getLength()));
    return whole.getInt(length) == checksum(whole.slice(0, length))
        ? Optional.of(whole.limit(length))
        : Optional.empty();
  }

  @Override
  public void close() {
    socket.close();
  }

  private static int checksum(ByteBuffer bytes) {
    var crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }
}
