package kabar.testkit.network;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Stands between clients and a server on loopback UDP, and spoils the way as its condition says.
/// Thread-safe.
///
/// The server sees a port of its own for each client. Both directions have the same condition, but
/// are drawn independently. What finds no room here, as in a router, is dropped and counted.
public final class UdpProxy implements AutoCloseable {
  private static final int MAX_CLIENTS = 1_024;
  private static final int MAX_UNDER_WAY = 16_384;
  private static final int MAX_DATAGRAM_BYTES = 65_535;
  private static final int SOCKET_BUFFER_BYTES = 1024 * 1024;

  private final DatagramSocket entrance;
  private final URI address;
  private final FaultyPath toServer;
  private final FaultyPath toClients;
  private final Map<SocketAddress, DatagramSocket> exits = new ConcurrentHashMap<>();
  private final ScheduledThreadPoolExecutor later;
  private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();
  private final AtomicLong dropped = new AtomicLong();
  private volatile InetSocketAddress server;
  private volatile long since = System.nanoTime();

  private UdpProxy(DatagramSocket entrance, InetSocketAddress server, long seed) {
    this.entrance = entrance;
    this.address = URI.create("udp://127.0.0.1:" + entrance.getLocalPort());
    this.server = server;
    this.toServer = new FaultyPath(Faults.perfect(), seed);
    this.toClients = new FaultyPath(Faults.perfect(), ~seed);
    this.later =
        new ScheduledThreadPoolExecutor(
            1,
            Thread.ofPlatform().name("proxy-later").daemon().factory(),
            new ThreadPoolExecutor.DiscardPolicy());
  }

  /// Stands before a server, which need not be there yet. At first everything passes.
  ///
  /// @param seed to be printed by whoever chose it at random; what happens depends on the order in
  ///     which datagrams come, too
  public static UdpProxy before(InetSocketAddress server, long seed) throws IOException {
    var proxy = new UdpProxy(socket(), server, seed);
    proxy.run("proxy-entrance", proxy::accept);
    return proxy;
  }

  /// Where clients find it.
  public URI address() {
    return address;
  }

  /// From now on the condition is another one, in both directions; black-outs are counted from now.
  public void become(Faults faults) {
    since = System.nanoTime();
    toServer.become(faults);
    toClients.become(faults);
  }

  /// Leads what comes from now on to another server.
  public void leadTo(InetSocketAddress other) {
    server = other;
  }

  /// The direction from clients, for its counts or for a condition of its own.
  public FaultyPath toServer() {
    return toServer;
  }

  /// The direction to clients, as above.
  public FaultyPath toClients() {
    return toClients;
  }

  /// Clients that were seen, at most 1,024: datagrams of others are dropped.
  public int clients() {
    return exits.size();
  }

  /// Datagrams that were dropped for want of room, beside those that the condition loses: of too
  /// many clients, or with more than 16,384 under way.
  public long dropped() {
    return dropped.get();
  }

  /// Ends everything and waits until all ports are free; what is under way does not arrive. Closing
  /// twice is harmless.
  @Override
  public void close() {
    entrance.close();
    later.shutdownNow();
    exits.values().forEach(DatagramSocket::close);
    try {
      // A socket is closed when nobody is in its `receive` any more.
      for (var thread = threads.poll(); thread != null; thread = threads.poll()) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// The thread of the entrance is the first, and starts all others.
  private void run(String name, Runnable work) {
    threads.add(Thread.ofVirtual().name(name).start(work));
  }

  private void accept() {
    var packet = packet();
    while (receive(entrance, packet)) {
      var client = packet.getSocketAddress();
      var exit = exits.get(client);
      if (exit == null && exits.size() < MAX_CLIENTS) {
        exit = open(client);
      }
      if (exit == null) {
        dropped.incrementAndGet();
      } else {
        pass(packet, toServer, exit, server);
      }
    }
  }

  /// Opens the socket that stands for a client, null if there is none to be had.
  private @Nullable DatagramSocket open(SocketAddress client) {
    try {
      var exit = socket();
      exits.put(client, exit);
      run("proxy-exit", () -> bringBack(exit, client));
      if (entrance.isClosed()) {
        exit.close();
      }
      return exit;
    } catch (SocketException e) {
      return null;
    }
  }

  private void bringBack(DatagramSocket exit, SocketAddress client) {
    var packet = packet();
    while (receive(exit, packet)) {
      pass(packet, toClients, entrance, client);
    }
  }

  private void pass(DatagramPacket packet, FaultyPath path, DatagramSocket from, SocketAddress to) {
    var bytes = Arrays.copyOf(packet.getData(), packet.getLength());
    for (var arrival : path.send(bytes, System.nanoTime() - since)) {
      var arriving = new DatagramPacket(arrival.bytes(), arrival.bytes().length, to);
      if (arrival.delayNanos() == 0) {
        send(from, arriving);
      } else if (later.getQueue().size() < MAX_UNDER_WAY) {
        var _ =
            later.schedule(() -> send(from, arriving), arrival.delayNanos(), TimeUnit.NANOSECONDS);
      } else {
        dropped.incrementAndGet();
      }
    }
  }

  /// Waits for a datagram.
  ///
  /// @return false if the socket is closed
  private static boolean receive(DatagramSocket socket, DatagramPacket packet) {
    while (!socket.isClosed()) {
      try {
        packet.setLength(MAX_DATAGRAM_BYTES);
        socket.receive(packet);
        return true;
      } catch (IOException e) {
        // Closed, which ends the loop, or nobody at the other end, which a network does not tell.
      }
    }
    return false;
  }

  private static void send(DatagramSocket from, DatagramPacket packet) {
    try {
      from.send(packet);
    } catch (IOException e) {
      // A network does not tell that nobody is there.
    }
  }

  private static DatagramPacket packet() {
    return new DatagramPacket(new byte[MAX_DATAGRAM_BYTES], MAX_DATAGRAM_BYTES);
  }

  private static DatagramSocket socket() throws SocketException {
    var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    socket.setReceiveBufferSize(SOCKET_BUFFER_BYTES);
    return socket;
  }
}
