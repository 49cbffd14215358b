package kabar.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongSupplier;
import kabar.api.Settings;
import kabar.api.transport.CloseCause;
import kabar.api.transport.Connection;
import kabar.api.transport.ConnectionHandler;
import kabar.api.transport.Listener;
import kabar.api.transport.Peer;
import kabar.api.transport.Transport;
import kabar.api.transport.TransportProvider;
import org.jspecify.annotations.Nullable;

/// A network in virtual time with one server in it. What is sent arrives late, in pieces, and in
/// order, unless the wire is cut.
final class VirtualNet implements ModelNet, TransportProvider {
  static final URI SERVER = URI.create("virtual://server");

  private static final int FIRST_ACTOR = 1_000;

  private final VirtualTime time;
  private final long seed;
  private final String name;
  private final List<VirtualWire> wires = new ArrayList<>();
  private @Nullable ConnectionHandler server;
  private boolean isUnreachable;
  private int connections;
  private int attempts;

  VirtualNet(VirtualTime time, long seed) {
    this(time, seed, "virtual");
  }

  /// One with another name, beside others.
  VirtualNet(VirtualTime time, long seed, String name) {
    this.time = time;
    this.seed = seed;
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Transport create(Settings settings) {
    return new Ends();
  }

  /// Whoever connects from now on is shown to this one.
  void serve(ConnectionHandler handler) {
    server = handler;
  }

  @Override
  public URI server() {
    return SERVER;
  }

  @Override
  public TransportProvider transports() {
    return this;
  }

  @Override
  public void unreachable(boolean unreachable) {
    isUnreachable = unreachable;
  }

  @Override
  public void killServer() {
    server = null;
    open().forEach(VirtualWire::killServer);
  }

  @Override
  public List<VirtualWire> open() {
    wires.removeIf(VirtualWire::isOver);
    return List.copyOf(wires);
  }

  @Override
  public void mend() {
    unreachable(false);
  }

  /// How often somebody tried to connect.
  int attempts() {
    return attempts;
  }

  private Connection connect(URI uri, ConnectionHandler client) throws IOException {
    attempts++;
    var handler = server;
    if (handler == null || isUnreachable) {
      throw new ConnectException(uri + ": nobody listens there");
    }
    int number = connections++;
    var wire =
        new VirtualWire(time, FIRST_ACTOR + 4 * number, new Random(seed * 31 + number), name);
    wires.add(wire);
    return wire.open(client, handler);
  }

  /// What is known of either end.
  static Peer peer(String transport, int port) {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    return new Peer(address, transport, false, true, "");
  }

  /// Either side's transport.
  private final class Ends implements Transport {
    private final List<VirtualEnd> mine = new ArrayList<>();

    @Override
    public Listener listen(URI uri, ConnectionHandler handler) {
      serve(handler);
      return new Door();
    }

    @Override
    public Connection connect(URI uri, ConnectionHandler handler) throws IOException {
      var connection = VirtualNet.this.connect(uri, handler);
      mine.add((VirtualEnd) connection);
      return connection;
    }

    @Override
    public void close() {
      mine.forEach(end -> end.end(CloseCause.STOPPED));
    }
  }

  /// The server's door.
  private final class Door implements Listener {
    @Override
    public URI address() {
      return SERVER;
    }

    @Override
    public Map<String, LongSupplier> counters() {
      return Map.of();
    }

    /// In virtual time nobody can wait: the server's owner does.
    @Override
    public Stopped stop(Duration grace) {
      close();
      return Stopped.DRAINED;
    }

    @Override
    public void close() {
      server = null;
    }
  }
}
