package kabar.testkit.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Stands between clients and a server on loopback TCP, and spoils the way when it is told to.
/// Thread-safe.
///
/// Whatever it does, bytes that pass are neither changed nor reordered: that is TCP's promise. What
/// a network can do to a TCP connection is to end it, to let nothing through for a while, and to
/// refuse new ones.
public final class TcpProxy implements AutoCloseable {
  private static final int BACKLOG = 128;

  private final ServerSocket entrance;
  private final Gate gate = new Gate();
  private final Set<Passage> passages = ConcurrentHashMap.newKeySet();
  private volatile InetSocketAddress server;

  private TcpProxy(ServerSocket entrance, InetSocketAddress server) {
    this.entrance = entrance;
    this.server = server;
  }

  /// Stands before a server, which need not be there yet.
  public static TcpProxy before(InetSocketAddress server) throws IOException {
    var proxy =
        new TcpProxy(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()), server);
    Thread.ofVirtual().name("proxy-entrance").start(proxy::accept);
    return proxy;
  }

  /// Where clients find it.
  public URI address() {
    return URI.create("tcp://127.0.0.1:" + entrance.getLocalPort());
  }

  /// Leads new connections to another server.
  public void leadTo(InetSocketAddress other) {
    server = other;
  }

  /// Ends all connections that pass now, on both sides at once, as a router that forgot them does.
  ///
  /// @return how many there were
  public int cut() {
    var ending = Set.copyOf(passages);
    ending.forEach(Passage::reset);
    return ending.size();
  }

  /// Lets nothing through from now on, in either direction: connections stay, and are made, but
  /// nobody hears of the other.
  public void blackOut() {
    gate.shut();
  }

  /// Lets everything through again, what waits first.
  public void clear() {
    gate.open();
  }

  /// Connections that pass now.
  public int connections() {
    return passages.size();
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    gate.open();
    cut();
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        begin(entrance.accept());
      } catch (IOException e) {
        // Closed, which ends the loop, or a client that was gone before it was accepted.
      }
    }
  }

  private void begin(Socket client) throws IOException {
    var passage = new Passage(client, gate, passages::remove);
    passages.add(passage);
    passage.begin(server);
    if (entrance.isClosed()) {
      passage.reset();
    }
  }
}
