package kabar.testkit.loopback;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import kabar.api.SettingsException;
import kabar.api.transport.CloseCause;
import kabar.api.transport.Connection;
import kabar.api.transport.ConnectionHandler;
import kabar.api.transport.Listener;
import kabar.api.transport.Peer;
import kabar.api.transport.Transport;
import kabar.api.transport.TransportLimits;
import kabar.testkit.transport.RawPeer;

/// A stream transport in memory. Bytes go straight from the queue of one end to the receiver of the
/// other, and wait in that queue while the receiver pauses; there is no buffer between.
public final class LoopbackTransport implements Transport {
  private static final int FIRST_FREE_PORT = 49_152;

  private final TransportLimits limits;
  private final Loop loop = new Loop();
  private final AtomicInteger nextPort = new AtomicInteger(FIRST_FREE_PORT);
  private final Map<Integer, LoopbackListener> listeners = new ConcurrentHashMap<>();
  private final Set<LoopbackConnection> connected = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /// @param limits kept by every connection
  public LoopbackTransport(TransportLimits limits) {
    this.limits = limits;
  }

  @Override
  public Listener listen(URI uri, ConnectionHandler handler) throws IOException {
    int wanted = portOf(uri);
    refuseIfClosed();
    int port = wanted == 0 ? nextPort.getAndIncrement() : wanted;
    var listener = new LoopbackListener(this, uriOf(port), handler);
    if (listeners.putIfAbsent(port, listener) != null) {
      throw new BindException("%s: the address is taken".formatted(uriOf(port)));
    }
    return listener;
  }

  @Override
  public Connection connect(URI uri, ConnectionHandler handler) throws IOException {
    int port = portOf(uri);
    refuseIfClosed();
    return loop.call(() -> connectOnLoop(port, handler));
  }

  /// A test peer beneath the SPI, connected to a listener of a loopback transport.
  ///
  /// @throws IOException if the listener was stopped
  public static RawPeer rawPeer(Listener listener) throws IOException {
    var target = (LoopbackListener) listener;
    var transport = target.transport();
    return transport.loop.call(() -> transport.rawPeerOnLoop(target));
  }

  /// Sends a listener one request from an address that is not proven, as a transport of single
  /// messages does.
  ///
  /// @param from where the peer says that it is
  /// @return the reply once the connection has ended, empty if there was none
  /// @throws IOException if nobody listens there
  public CompletableFuture<Optional<byte[]>> ask(URI uri, InetSocketAddress from, byte[] request)
      throws IOException {
    int port = portOf(uri);
    refuseIfClosed();
    return loop.call(() -> askOnLoop(port, from, request.clone()));
  }

  @Override
  public void close() {
    closed = true;
    listeners.values().forEach(LoopbackListener::close);
    loop.run(() -> connected.forEach(connection -> connection.end(CloseCause.STOPPED)));
    loop.close();
  }

  Loop loop() {
    return loop;
  }

  void forget(LoopbackListener listener) {
    listeners.remove(listener.address().getPort(), listener);
  }

  private LoopbackConnection connectOnLoop(int port, ConnectionHandler handler) throws IOException {
    refuseIfClosed();
    var listener = listeners.get(port);
    if (listener == null) {
      throw nobodyAt(port);
    }
    var far = accept(listener);
    var near = new LoopbackConnection(loop, limits, peerAt(port), new Tally(), connected::remove);
    connected.add(near);
    join(near, near.outflow(), far, far.outflow());
    near.open(handler);
    far.open(listener.handler());
    return near;
  }

  private CompletableFuture<Optional<byte[]>> askOnLoop(
      int port, InetSocketAddress from, byte[] request) throws IOException {
    var listener = listeners.get(port);
    if (listener == null) {
      throw nobodyAt(port);
    }
    var peer = new Peer(from, LoopbackTransportProvider.NAME, true, false, "");
    var asked = new LoopbackRequest(loop, peer, listener::forget);
    if (!listener.admit(asked)) {
      throw nobodyAt(port);
    }
    return asked.ask(request, listener.handler());
  }

  private RawPeer rawPeerOnLoop(LoopbackListener listener) throws IOException {
    var raw = new LoopbackPeer(loop);
    var connection = accept(listener);
    join(raw, raw.outflow(), connection, connection.outflow());
    connection.open(listener.handler());
    return raw;
  }

  private LoopbackConnection accept(LoopbackListener listener) throws IOException {
    var connection =
        new LoopbackConnection(
            loop, limits, peerAt(nextPort.getAndIncrement()), listener.tally(), listener::forget);
    if (!listener.admit(connection)) {
      throw nobodyAt(listener.address().getPort());
    }
    return connection;
  }

  private static void join(End near, Flow nearOut, End far, Flow farOut) {
    near.join(far, farOut);
    far.join(near, nearOut);
    nearOut.join(far);
    farOut.join(near);
  }

  private void refuseIfClosed() throws IOException {
    if (closed) {
      throw new IOException("loopback: the transport is closed");
    }
  }

  private static ConnectException nobodyAt(int port) {
    return new ConnectException("%s: nobody listens there".formatted(uriOf(port)));
  }

  private static Peer peerAt(int port) {
    var address = InetSocketAddress.createUnresolved("localhost", port & 0xffff);
    return new Peer(address, LoopbackTransportProvider.NAME, true, true, "");
  }

  private static int portOf(URI uri) {
    int port = uri.getPort();
    if (!LoopbackTransportProvider.NAME.equals(uri.getScheme())
        || !"localhost".equals(uri.getHost())
        || port < 0
        || port > 65_535) {
      throw new SettingsException(
          "loopback: cannot use '%s' (expected loopback://localhost:PORT)".formatted(uri));
    }
    return port;
  }

  private static URI uriOf(int port) {
    return URI.create("loopback://localhost:" + port);
  }
}
