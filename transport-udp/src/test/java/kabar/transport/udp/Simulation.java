package kabar.transport.udp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import kabar.api.Settings;
import kabar.api.transport.TransportLimits;
import kabar.testkit.network.Faults;
import kabar.testkit.transport.Reaction;
import kabar.testkit.transport.RecordingHandler;
import kabar.testkit.transport.RecordingReceiver;

/// One server and one client in a {@link SimulatedNetwork}.
final class Simulation {
  static final InetSocketAddress SERVER =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 8889);
  static final InetSocketAddress CLIENT =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 40_000);

  final SimulatedNetwork network;
  final UdpCounters serverCounters = new UdpCounters();
  final UdpCounters clientCounters = new UdpCounters();
  final RecordingHandler servers;
  final Doorkeeper doorkeeper;
  final Endpoint server;
  final Endpoint client;
  private final UdpGroup group = UdpGroup.empty();
  private final UdpGroup begun = UdpGroup.empty();
  private final Dialer dialer = new Dialer();
  private final TransportLimits limits;

  Simulation(Faults faults, long seed, Reaction ofServer) {
    this(faults, seed, ofServer, Map.of());
  }

  Simulation(Faults faults, long seed, Reaction ofServer, Map<String, String> settings) {
    limits = UdpSettings.from(Settings.of("transport.udp", settings)).limits();
    network = new SimulatedNetwork(faults, seed);
    servers = new RecordingHandler(ofServer);
    doorkeeper = new Doorkeeper(servers, limits, network, group);
    server = network.join(SERVER.getPort(), serverCounters, doorkeeper);
    client = network.join(CLIENT.getPort(), clientCounters, dialer);
  }

  /// A call whose end is awaited by {@link #connect}.
  final class Outcome implements Call.Caller {
    final RecordingHandler handler;
    final List<UdpConnection> connections = new ArrayList<>();
    final List<IOException> failures = new ArrayList<>();

    Outcome(Reaction reaction) {
      handler = new RecordingHandler(reaction);
    }

    boolean isThere() {
      return !connections.isEmpty() || !failures.isEmpty();
    }

    @Override
    public void accepted(long id, InetSocketAddress address) {
      var connection = new UdpConnection(client, id, address, begun.connections(), limits);
      connection.open(handler);
      connections.add(connection);
    }

    @Override
    public void failed(IOException cause) {
      failures.add(cause);
    }
  }

  /// Calls the server.
  Outcome call(Reaction reaction, long patienceMillis) {
    var outcome = new Outcome(reaction);
    var target =
        new Call.Target(URI.create("udp://127.0.0.1:8889"), List.of(SERVER), patienceMillis);
    client.execute(() -> new Call(client, dialer, target, outcome).begin());
    return outcome;
  }

  /// The nonces of the calls that are being made.
  Set<Long> dialed() {
    return dialer.nonces();
  }

  /// A connection to the server, seen from the client.
  RecordingReceiver connect(Reaction reaction) {
    var outcome = call(reaction, 60_000);
    network.until(outcome::isThere, 61);
    if (outcome.connections.isEmpty()) {
      throw new AssertionError("no connection", outcome.failures.getFirst());
    }
    return outcome.handler.all().getFirst();
  }

  /// The server's end of the connection made last.
  RecordingReceiver atServer() {
    return servers.all().getLast();
  }

  /// How many connections are open at the server.
  int openAtServer() {
    return group.connections().count();
  }

  /// Runs until something is so, for 600 s of virtual time at most.
  void until(BooleanSupplier condition) {
    network.until(condition, 600);
  }
}
