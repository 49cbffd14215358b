package kabar.transport.udp;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kabar.testkit.network.Delivery;
import kabar.testkit.network.Fault;
import kabar.testkit.network.Faults;
import kabar.testkit.network.FaultyPath;

/// The paths from the clients of a server to it, or back. Each client has its own, so that what
/// becomes of one client's datagrams does not depend on the order in which the server says
/// something
/// to several.
final class VirtualPaths {
  private final Map<InetSocketAddress, FaultyPath> byClient = new HashMap<>();
  private final Set<Long> muted = new HashSet<>();
  private final long seed;
  private Faults faults;
  private boolean isClosedToStrangers;

  VirtualPaths(Faults faults, long seed) {
    this.faults = faults;
    this.seed = seed;
  }

  /// From now on the condition is another one.
  void become(Faults others) {
    faults = others;
    byClient.values().forEach(path -> path.become(others));
  }

  /// How often a fault has happened.
  long count(Fault fault) {
    return byClient.values().stream().mapToLong(path -> path.count(fault)).sum();
  }

  /// Lets no message of a handshake through, or all again.
  void closeToStrangers(boolean isClosed) {
    isClosedToStrangers = isClosed;
  }

  /// Lets nothing of a connection through any more.
  void mute(long id) {
    muted.add(id);
  }

  /// What becomes of a datagram.
  ///
  /// @param client at whichever end it is
  List<Delivery> send(byte[] datagram, InetSocketAddress client, long nanos) {
    var isStopped = Message.parse(ByteBuffer.wrap(datagram)).filter(this::stops).isPresent();
    return isStopped ? List.of() : path(client).send(datagram, nanos);
  }

  private FaultyPath path(InetSocketAddress client) {
    return byClient.computeIfAbsent(client, it -> new FaultyPath(faults, seed + it.getPort()));
  }

  private boolean stops(Message message) {
    return switch (message) {
      case Handshake _ -> isClosedToStrangers;
      case Packet packet -> muted.contains(packet.id());
      case Reset(long id) -> muted.contains(id);
    };
  }
}
