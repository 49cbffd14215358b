package kabar.transport.udp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import kabar.api.transport.Listener;
import kabar.testkit.transport.RawPeer;

/// A raw peer in datagrams, written after docs/udp.md and nothing else: where it and the transport
/// do not understand each other, one of them or the page is wrong.
///
/// A thread of its own acknowledges and repeats until the peer has been closed for a while; bytes
/// are taken only when told to. Its monitor guards all its state.
final class DatagramPeer implements RawPeer {
  private static final Duration TICK = Duration.ofMillis(20);
  private static final Duration LINGER = Duration.ofSeconds(5);

  private final PeerSocket socket;
  private final PeerConnection connection;
  private final PeerInput input;
  private final PeerOutput output;
  private long closedAt;
  private boolean closed;

  /// A peer with a connection to a server.
  ///
  /// @param timeLapse how many times faster than elsewhere time passes for it, from 1
  DatagramPeer(SocketAddress server, int timeLapse) throws IOException {
    socket = new PeerSocket(server, timeLapse);
    try {
      connection = new PeerConnection(socket, new PeerHandshake(socket).open());
    } catch (IOException e) {
      socket.close();
      throw e;
    }
    input = connection.input();
    output = connection.output();
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
      connection.flush();
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
    connection.flush();
  }

  @Override
  public synchronized void vanish() throws IOException {
    connection.reset();
    notifyAll();
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

  private void run() {
    try (socket) {
      while (!isAtRest()) {
        step(socket.receive(TICK));
      }
      endUnheard();
    } catch (IOException e) {
      fail();
    }
  }

  private synchronized void step(Optional<ByteBuffer> datagram) throws IOException {
    if (datagram.isPresent()) {
      connection.take(datagram.get());
    }
    connection.timePassed();
    notifyAll();
  }

  private synchronized boolean isAtRest() {
    return closed && socket.now() - closedAt > LINGER.toNanos();
  }

  private synchronized void endUnheard() throws IOException {
    if (!output.isEndAcknowledged()) {
      connection.reset();
    }
  }

  private synchronized void fail() {
    connection.lose();
    notifyAll();
  }

  private boolean isOver() {
    return connection.isLost() || output.isFinished();
  }

  /// Waits for bytes. Answers whether there were any before the end.
  private synchronized boolean readSome(ByteArrayOutputStream target, int atMost)
      throws IOException {
    long end = System.nanoTime() + DEADLINE.toNanos();
    while (!closed && !connection.isLost() && input.isEmpty() && !input.hasEnded()) {
      await(Duration.ofNanos(end - System.nanoTime()));
    }
    if (input.isEmpty() && !input.hasEnded()) {
      throw new SocketException(closed ? "udp: closed" : "udp: reset");
    }
    var some = input.take(atMost);
    target.writeBytes(some);
    connection.tellNews();
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
}
