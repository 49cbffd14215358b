package kabar.transport.udp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import kabar.api.Settings;
import kabar.api.transport.CloseCause;
import kabar.api.transport.Connection;
import kabar.api.transport.ConnectionHandler;
import kabar.api.transport.Listener;
import kabar.api.transport.Transport;
import kabar.api.transport.TransportProvider;
import kabar.testkit.network.Fault;
import kabar.testkit.network.Faults;
import kabar.testkit.network.FaultyPath;
import org.jspecify.annotations.Nullable;

/// The endpoints of the UDP transport, with one server among them, in somebody's virtual time and
/// on
/// a network with faults. For one thread, but for those that wait for a connect.
///
/// It stands in this folder and not in the transport's because it needs the insides of that and the
/// time of the client's tests; it takes the place of `UdpTransport`, sockets and threads.
public final class VirtualUdp implements TransportProvider {
  private static final InetSocketAddress SERVER = address(8889);
  private static final int FIRST_CLIENT = 10_000;
  private static final long BASE_DELAY = Duration.ofMillis(1).toNanos();

  private final Time time;
  private final long seed;
  private final Random random;
  private final Virtual network = new Virtual();
  private final Map<InetSocketAddress, VirtualPort> ports = new HashMap<>();
  private final List<UdpWire> wires = new ArrayList<>();
  private final Direction toServer = new Direction();
  private final Direction toClients = new Direction();
  private Faults faults;
  private boolean isUnreachable;
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
    this.faults = faults;
    this.seed = seed;
    this.random = new Random(seed);
  }

  /// From now on the condition is another one, in both directions.
  public void become(Faults others) {
    faults = others;
    both().forEach(direction -> direction.paths.values().forEach(path -> path.become(others)));
  }

  /// How often a fault has happened.
  public long count(Fault fault) {
    return both()
        .flatMap(direction -> direction.paths.values().stream())
        .mapToLong(path -> path.count(fault))
        .sum();
  }

  /// No handshake gets through from now on, or all do again.
  public void unreachable(boolean unreachable) {
    isUnreachable = unreachable;
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
    return new Ends(UdpSettings.from(settings));
  }

  private static InetSocketAddress address(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  private VirtualPort join(InetSocketAddress address, Endpoint.Role role) {
    var port = new VirtualPort(address, this::travel, time);
    port.begin(new Endpoint(port, network, new UdpCounters(), role));
    ports.put(address, port);
    return port;
  }

  private void travel(byte[] datagram, InetSocketAddress from, InetSocketAddress to) {
    var isToServer = to.equals(SERVER);
    var direction = isToServer ? toServer : toClients;
    if (direction.isStopped(datagram)) {
      return;
    }
    for (var delivery : direction.path(isToServer ? from : to).send(datagram, time.nanos())) {
      time.at(
          time.nanos() + BASE_DELAY + delivery.delayNanos(),
          to.getPort(),
          () -> arrive(delivery.bytes(), from, to));
    }
  }

  private void arrive(byte[] datagram, InetSocketAddress from, InetSocketAddress to) {
    var port = ports.get(to);
    if (port != null && datagram.length > 0) {
      port.pass(from, ByteBuffer.wrap(datagram));
    }
  }

  private Stream<Direction> both() {
    return Stream.of(toServer, toClients);
  }

  /// The ways to the server, or back. Each client has its own, so that what becomes of one client's
  /// datagrams does not depend on the order in which the server says something to several.
  private final class Direction {
    private final Map<InetSocketAddress, FaultyPath> paths = new HashMap<>();
    private final Set<Long> muted = new HashSet<>();

    FaultyPath path(InetSocketAddress client) {
      return paths.computeIfAbsent(
          client,
          it -> new FaultyPath(faults, seed + it.getPort() * (this == toServer ? 1L : -1L)));
    }

    boolean isStopped(byte[] datagram) {
      return Message.parse(ByteBuffer.wrap(datagram)).filter(this::isStopped).isPresent();
    }

    private boolean isStopped(Message message) {
      return switch (message) {
        case Handshake _ -> isUnreachable;
        case Packet packet -> muted.contains(packet.id());
        case Reset(long id) -> muted.contains(id);
      };
    }
  }

  /// One connection, seen from outside.
  public final class UdpWire {
    private final VirtualPort client;
    private final long id;

    private UdpWire(VirtualPort client, long id) {
      this.client = client;
      this.id = id;
    }

    boolean isOpen() {
      return client.isOpen() && client.endpoint().connection(id) != null;
    }

    /// One end learns that the connection broke.
    public void lose(boolean isAtClient) {
      var port = isAtClient ? client : ports.get(SERVER);
      if (port != null) {
        port.endpoint().execute(() -> lose(port.endpoint()));
      }
    }

    /// From now on nothing arrives any more in these directions, and nobody is told.
    public void mute(boolean toServer, boolean toClient) {
      if (toServer) {
        VirtualUdp.this.toServer.muted.add(id);
      }
      if (toClient) {
        toClients.muted.add(id);
      }
    }

    private void lose(Endpoint endpoint) {
      var connection = endpoint.connection(id);
      if (connection != null) {
        connection.lost();
      }
    }
  }

  /// Either side's transport.
  private final class Ends implements Transport {
    private final UdpSettings settings;
    private final Dialer dialer = new Dialer();
    private final List<Connection> begun = new ArrayList<>();
    private final UdpGroup group = UdpGroup.empty();
    private @Nullable VirtualPort port;

    Ends(UdpSettings settings) {
      this.settings = settings;
    }

    @Override
    public Listener listen(URI uri, ConnectionHandler handler) {
      var accepted = new ArrayList<Connection>();
      ConnectionHandler noted =
          connection -> {
            accepted.add(connection);
            return handler.opened(connection);
          };
      var keeper = new Doorkeeper(noted, settings.limits(), network, group);
      return new Door(uri, keeper, join(SERVER, keeper), accepted);
    }

    @Override
    public Connection connect(URI uri, ConnectionHandler handler) throws IOException {
      var from = port == null ? join(address(FIRST_CLIENT + clients++), dialer) : port;
      port = from;
      var patience = settings.connectTimeout().toMillis();
      var answer = new Answer(from, handler);
      var call =
          new Call(
              from.endpoint(), dialer, new Call.Target(uri, List.of(SERVER), patience), answer);
      time.await(
          goOn -> {
            answer.goOn = goOn;
            from.endpoint().execute(call::begin);
          });
      return answer.connection();
    }

    @Override
    public void close() {
      begun.forEach(connection -> ((UdpConnection) connection).abort(CloseCause.STOPPED));
      if (port != null) {
        port.endpoint().execute(dialer::hangUp);
        port.closeLater();
      }
    }

    /// How a call ends.
    private final class Answer implements Call.Caller {
      private final VirtualPort from;
      private final ConnectionHandler handler;
      private Runnable goOn = () -> {};
      private @Nullable UdpConnection opened;
      private IOException failure = new IOException("nobody has answered");

      Answer(VirtualPort from, ConnectionHandler handler) {
        this.from = from;
        this.handler = handler;
      }

      @Override
      public void accepted(long id, InetSocketAddress address) {
        var connection =
            new UdpConnection(from.endpoint(), id, address, group.connections(), settings.limits());
        opened = connection;
        begun.add(connection);
        wires.add(new UdpWire(from, id));
        connection.open(handler);
        from.later(goOn);
      }

      @Override
      public void failed(IOException cause) {
        failure = cause;
        from.later(goOn);
      }

      Connection connection() throws IOException {
        if (opened == null) {
          throw failure;
        }
        return opened;
      }
    }
  }

  /// The server's door, which nobody can wait for.
  private record Door(URI address, Doorkeeper keeper, VirtualPort port, List<Connection> accepted)
      implements Listener {

    @Override
    public Map<String, LongSupplier> counters() {
      return Map.of();
    }

    @Override
    public Stopped stop(Duration grace) {
      keeper.stop();
      accepted.forEach(connection -> ((UdpConnection) connection).abort(CloseCause.STOPPED));
      port.closeLater();
      return Stopped.FORCED;
    }

    @Override
    public void close() {
      stop(Duration.ZERO);
    }
  }

  /// What endpoints know of all this.
  private final class Virtual implements Network {

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

    @Override
    public RandomGenerator random() {
      return random;
    }
  }
}
