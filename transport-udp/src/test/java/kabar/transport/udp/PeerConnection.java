package kabar.transport.udp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A raw peer's connection once it is open: packets and resets, and when they leave. Guarded by the
/// peer's monitor.
final class PeerConnection {
  private static final int RESET = 0x86;
  private static final int PACKET = 0x90;
  private static final int FROM_ACCEPTOR = 0x01;
  private static final int NUMBERED = 0x02;
  private static final int LAST = 0x04;
  private static final int PLAIN_BYTES = 35;
  private static final int NUMBERED_BYTES = 51;
  private static final Duration KEPT_ALIVE = Duration.ofSeconds(15);
  private static final Duration DEAD = Duration.ofSeconds(60);

  private final PeerSocket socket;
  private final long id;
  private final PeerInput input = new PeerInput();
  private final PeerOutput output = new PeerOutput();
  private long sentAt;
  private long heardAt;
  private boolean lost;

  PeerConnection(PeerSocket socket, long id) {
    this.socket = socket;
    this.id = id;
    sentAt = socket.now();
    heardAt = sentAt;
  }

  PeerInput input() {
    return input;
  }

  PeerOutput output() {
    return output;
  }

  /// Whether one of the two ends has given up.
  boolean isLost() {
    return lost;
  }

  void lose() {
    lost = true;
  }

  /// Gives up.
  void reset() throws IOException {
    if (!lost) {
      lost = true;
      reset(id);
    }
  }

  /// Takes a datagram of the server's.
  void take(ByteBuffer datagram) throws IOException {
    int kind = datagram.get() & 0xFF;
    if (kind == RESET && datagram.remaining() == Long.BYTES) {
      lost |= datagram.getLong() == id;
    } else if (isPacket(kind, datagram.limit())) {
      long packetId = datagram.getLong();
      if (packetId == id && !lost) {
        take(kind, datagram);
      } else {
        reset(packetId);
      }
    }
  }

  /// Does what is due.
  void timePassed() throws IOException {
    long now = socket.now();
    lost |= now - heardAt > DEAD.toNanos();
    if (now - sentAt > KEPT_ALIVE.toNanos()) {
      output.probe();
      sentAt = now;
    }
    output.timePassed(now);
    flush();
  }

  /// Sends what may be sent now.
  void flush() throws IOException {
    while (!lost) {
      var part = output.next(socket.now());
      if (part == null) {
        return;
      }
      write(part);
    }
  }

  /// Tells of the window when it has moved far.
  void tellNews() throws IOException {
    if (!lost && input.hasNews()) {
      write(null);
    }
  }

  private static boolean isPacket(int kind, int length) {
    return switch (kind - PACKET) {
      case FROM_ACCEPTOR -> length == PLAIN_BYTES;
      case FROM_ACCEPTOR | NUMBERED, FROM_ACCEPTOR | NUMBERED | LAST -> length >= NUMBERED_BYTES;
      default -> false;
    };
  }

  private void take(int kind, ByteBuffer packet) throws IOException {
    heardAt = socket.now();
    output.acknowledged(packet.getLong(), packet.getLong(), packet.getLong(), heardAt);
    packet.getShort(); // the delay is for those who measure
    if ((kind & NUMBERED) != 0 && input.accept(packet, (kind & LAST) != 0, heardAt)) {
      write(null);
    }
  }

  private void write(PeerOutput.@Nullable Part part) throws IOException {
    int kind = PACKET;
    if (part != null) {
      kind |= part.last() ? NUMBERED | LAST : NUMBERED;
    }
    sentAt = socket.now();
    var packet = PeerSocket.message().put((byte) kind).putLong(id);
    input.acknowledge(packet, sentAt);
    if (part != null) {
      output.write(packet, part);
    }
    socket.send(packet);
  }

  private void reset(long id) throws IOException {
    socket.send(PeerSocket.message().put((byte) RESET).putLong(id));
  }
}
