package kabar.transport.udp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import kabar.api.Settings;
import kabar.api.transport.Transport;
import kabar.api.transport.TransportProvider;
import kabar.testkit.network.Fault;
import kabar.testkit.network.Faults;

/// The endpoints of the UDP transport, with one server among them, in somebody's virtual time and
/// on
/// a network with faults. The same seed gives the same course. For one thread, but for those that
/// wait for a connect.
///
/// It stands in this folder and not in the transport's because it needs the insides of that and the
/// time of the client's tests; it takes the place of `UdpTransport`, threads and sockets.
public final class VirtualUdp implements TransportProvider {
  static final InetSocketAddress SERVER = address(8889);

  private static final int FIRST_CLIENT = 10_000;
  private static final long BASE_DELAY = Duration.ofMillis(1).toNanos();

  private final Time time;
  private final VirtualPaths toServer;
  private final VirtualPaths toClients;
  private final Virtual network;
  private final Map<InetSocketAddress, VirtualPort> ports = new HashMap<>();
  private final List<UdpWire> wires = new ArrayList<>();
  private int clients;

  /// Time that passes when its owner lets it.
  public interface Time {

    long nanos();

    /// Lets something happen.
    ///
    /// @param port to which it happens: what is due at once happens in the order of the ports
    void at(long nanos, int port, Runnable task);

    /// Waits while time passes.
    ///
    /// @param begin takes what ends the wait, once, as something that happens in time
    void await(Consumer<Runnable> begin);
  }

  public VirtualUdp(Time time, Faults faults, long seed) {
    this.time = time;
    this.toServer = new VirtualPaths(faults, seed);
    this.toClients = new VirtualPaths(faults, ~seed);
    this.network = new Virtual(time, new Random(seed));
  }

  /// From now on the condition is another one, in both directions.
  public void become(Faults faults) {
    toServer.become(faults);
    toClients.become(faults);
  }

  /// How often a fault has happened.
  public long count(Fault fault) {
    return toServer.count(fault) + toClients.count(fault);
  }

  /// No handshake gets through from now on, or all do again.
  public void unreachable(boolean unreachable) {
    toServer.closeToStrangers(unreachable);
  }

  /// The server's machine is gone: it says and hears nothing more, and nobody is told.
  public void killServer() {
    var server = ports.remove(SERVER);
    if (server != null) {
      server.close();
    }
  }

  /// The connections that are open at the client's end.
  public List<UdpWire> open() {
    wires.removeIf(wire -> !wire.isOpen());
    return List.copyOf(wires);
  }

  @Override
  public String name() {
    return UdpTransportProvider.NAME;
  }

  @Override
  public Transport create(Settings settings) {
    return new VirtualTransport(this, UdpSettings.from(settings));
  }

  Time time() {
    return time;
  }

  Network network() {
    return network;
  }

  VirtualPort joinServer(Endpoint.Role role) {
    return join(SERVER, role);
  }

  VirtualPort joinClient(Endpoint.Role role) {
    return join(address(FIRST_CLIENT + clients++), role);
  }

  /// Remembers a connection.
  void add(VirtualPort client, long id) {
    wires.add(new UdpWire(client, id));
  }

  private VirtualPort join(InetSocketAddress address, Endpoint.Role role) {
    var port = new VirtualPort(address, this::travel, time);
    port.begin(new Endpoint(port, network, new UdpCounters(), role));
    ports.put(address, port);
    return port;
  }

  private void travel(byte[] datagram, InetSocketAddress from, InetSocketAddress to) {
    long now = time.nanos();
    var deliveries =
        to.equals(SERVER) ? toServer.send(datagram, from, now) : toClients.send(datagram, to, now);
    for (var delivery : deliveries) {
      long arrival = now + BASE_DELAY + delivery.delayNanos();
      time.at(arrival, to.getPort(), () -> arrive(delivery.bytes(), from, to));
    }
  }

  private void arrive(byte[] datagram, InetSocketAddress from, InetSocketAddress to) {
    var port = ports.get(to);
    if (port != null && datagram.length > 0) {
      port.pass(from, ByteBuffer.wrap(datagram));
    }
  }

  private static InetSocketAddress address(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /// One connection, seen from outside.
  public final class UdpWire {
    private final VirtualPort client;
    private final long id;

    private UdpWire(VirtualPort client, long id) {
      this.client = client;
      this.id = id;
    }

    /// One end learns that the connection broke.
    public void lose(boolean isAtClient) {
      var port = isAtClient ? client : ports.get(SERVER);
      if (port != null) {
        port.endpoint().execute(() -> lose(port.endpoint()));
      }
    }

    /// From now on nothing arrives any more in these directions, and nobody is told.
    public void mute(boolean isToServer, boolean isToClient) {
      if (isToServer) {
        toServer.mute(id);
      }
      if (isToClient) {
        toClients.mute(id);
      }
    }

    private boolean isOpen() {
      return client.isOpen() && client.endpoint().connection(id) != null;
    }

    private void lose(Endpoint endpoint) {
      var connection = endpoint.connection(id);
      if (connection != null) {
        connection.lost();
      }
    }
  }

  /// What endpoints know of all this.
  private record Virtual(Time time, RandomGenerator random) implements Network {

    @Override
    public DatagramPort open(InetSocketAddress address) throws IOException {
      throw new IOException("endpoints join");
    }

    @Override
    public DatagramPort openAnywhere() throws IOException {
      throw new IOException("endpoints join");
    }

    @Override
    public long micros() {
      return time.nanos() / 1_000;
    }

    @Override
    public long machineNanos(long micros) {
      throw new IllegalStateException("there are no alarms here");
    }
  }
}
