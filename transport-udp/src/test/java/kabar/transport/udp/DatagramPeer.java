package kabar.transport.udp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import kabar.api.transport.Listener;
import kabar.testkit.transport.RawPeer;
import org.jspecify.annotations.Nullable;

/// A raw peer in datagrams, written after docs/udp.md and nothing else: where it and the transport
/// do not understand each other, one of them or the page is wrong. Its monitor guards all its
/// state.
final class DatagramPeer implements RawPeer {
  private static final int RESET = 0x86;
  private static final int PACKET = 0x90;
  private static final int FROM_ACCEPTOR = 0x01;
  private static final int NUMBERED = 0x02;
  private static final int LAST = 0x04;
  private static final int PLAIN_BYTES = 35;
  private static final int NUMBERED_BYTES = 51;
  private static final Duration TICK = Duration.ofMillis(20);
  private static final Duration KEPT_ALIVE = Duration.ofSeconds(15);
  private static final Duration DEAD = Duration.ofSeconds(60);
  private static final Duration LINGER = Duration.ofSeconds(5);

  private final PeerSocket socket;
  private final long id;
  private final PeerInput input = new PeerInput();
  private final PeerOutput output = new PeerOutput();
  private long sentAt;
  private long heardAt;
  private long closedAt;
  private boolean closed;
  private boolean lost;

  /// A peer with a connection to a server.
  ///
  /// @param timeLapse how many times faster than elsewhere time passes for it, from 1
  DatagramPeer(SocketAddress server, int timeLapse) throws IOException {
    socket = new PeerSocket(server, timeLapse);
    try {
      id = new PeerHandshake(socket).open();
    } catch (IOException e) {
      socket.close();
      throw e;
    }
    sentAt = socket.now();
    heardAt = sentAt;
    Thread.ofPlatform().daemon().name("datagram-peer").start(this::run);
  }

  /// A peer that is connected to a listener.
  static DatagramPeer of(Listener listener) throws IOException {
    return of(listener, 1);
  }

  /// A peer that is connected to a listener, and for which time passes faster.
  static DatagramPeer of(Listener listener, int timeLapse) throws IOException {
    var address = listener.address();
    return new DatagramPeer(new InetSocketAddress(address.getHost(), address.getPort()), timeLapse);
  }

  @Override
  public synchronized void send(byte[] bytes) throws IOException {
    var rest = ByteBuffer.wrap(bytes.clone());
    while (rest.hasRemaining()) {
      while (!isOver() && !output.hasRoom(socket.now())) {
        await(DEADLINE);
      }
      if (isOver()) {
        throw new SocketException("udp: closed or reset");
      }
      output.add(rest);
      flush();
    }
  }

  @Override
  public byte[] receive(int count) throws IOException {
    var bytes = new ByteArrayOutputStream();
    while (bytes.size() < count && readSome(bytes, count - bytes.size())) {
      // There may be more.
    }
    return bytes.toByteArray();
  }

  @Override
  public byte[] receiveAll() throws IOException {
    return receive(Integer.MAX_VALUE);
  }

  @Override
  public synchronized void finishOutput() throws IOException {
    output.finish();
    flush();
  }

  @Override
  public synchronized void vanish() throws IOException {
    if (!isForgotten()) {
      reset(id);
      lose();
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (!closed) {
      closed = true;
      closedAt = socket.now();
      input.drop();
      finishOutput();
      notifyAll();
    }
  }

  /// Receives, and looks at the time, until all is over.
  private void run() {
    try (socket) {
      while (!isAtRest()) {
        var datagram = socket.receive(TICK);
        step(datagram.orElse(null));
      }
    } catch (IOException e) {
      lose();
    }
  }

  private synchronized void step(@Nullable ByteBuffer datagram) throws IOException {
    if (datagram != null) {
      take(datagram);
    }
    long now = socket.now();
    if (now - heardAt > DEAD.toNanos()) {
      lose();
    }
    if (now - sentAt > KEPT_ALIVE.toNanos()) {
      output.probe();
      sentAt = now;
    }
    output.timePassed(now);
    flush();
    notifyAll();
  }

  private void take(ByteBuffer datagram) throws IOException {
    int kind = datagram.get() & 0xFF;
    if (kind == RESET && datagram.remaining() == Long.BYTES) {
      if (datagram.getLong() == id) {
        lose();
      }
    } else if (isPacket(kind, datagram.limit())) {
      long packetId = datagram.getLong();
      if (packetId == id && !isForgotten()) {
        take(kind, datagram);
      } else {
        reset(packetId);
      }
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
    packet.getShort();
    if ((kind & NUMBERED) != 0 && input.accept(packet, (kind & LAST) != 0, heardAt)) {
      write(null);
    }
  }

  /// Sends what may be sent now.
  private void flush() throws IOException {
    if (isForgotten()) {
      return;
    }
    for (var part = output.next(socket.now()); part != null; part = output.next(socket.now())) {
      write(part);
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

  /// Waits for bytes. Answers whether there were any before the end.
  private synchronized boolean readSome(ByteArrayOutputStream target, int atMost)
      throws IOException {
    long end = System.nanoTime() + DEADLINE.toNanos();
    while (!closed && !lost && input.isEmpty() && !input.hasEnded()) {
      await(Duration.ofNanos(end - System.nanoTime()));
    }
    if (input.isEmpty() && !input.hasEnded()) {
      throw new SocketException(closed ? "udp: closed" : "udp: reset");
    }
    var some = input.take(atMost);
    target.writeBytes(some);
    if (input.hasNews() && !isForgotten()) {
      write(null);
    }
    return some.length > 0;
  }

  private void await(Duration atMost) throws SocketTimeoutException {
    if (!atMost.isPositive()) {
      throw new SocketTimeoutException("udp: nothing for " + DEADLINE);
    }
    try {
      TimeUnit.MILLISECONDS.timedWait(this, Math.max(1, atMost.toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SocketTimeoutException("udp: interrupted");
    }
  }

  private synchronized void lose() {
    lost = true;
    notifyAll();
  }

  private boolean isOver() {
    return lost || output.isFinished();
  }

  /// Whether packets of this connection are answered as those of one that never was.
  private boolean isForgotten() {
    return lost || (closed && output.isEndAcknowledged() && input.hasEnded());
  }

  private synchronized boolean isAtRest() {
    return closed && socket.now() - closedAt > LINGER.toNanos();
  }
}
