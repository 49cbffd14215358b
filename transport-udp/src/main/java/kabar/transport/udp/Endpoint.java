package kabar.transport.udp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import kabar.api.transport.Timetable;
import org.jspecify.annotations.Nullable;

/// One port and all that is done there: takes datagrams apart, knows the connections, and runs what
/// others ask for. Everything happens on the thread that calls {@link #pass}, one pass after the
/// other; only {@link #execute} may be called on any.
///
/// A pass has four steps: take one datagram, run what others asked for, call who is due, and let
/// each connection send for which something has changed.
final class Endpoint {
  private static final System.Logger LOG = System.getLogger(Endpoint.class.getName());

  private final DatagramPort port;
  private final Network network;
  private final UdpCounters counters;
  private final Role role;
  private final ResetBudget resets = new ResetBudget();
  private final Map<Long, UdpConnection> connections = new HashMap<>();
  private final ByteBuffer outgoing = ByteBuffer.allocateDirect(Message.MAX_BYTES);
  private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();

  /// Saves wake-ups while one is under way.
  private final AtomicBoolean isWakeUpPending = new AtomicBoolean();

  private final Timetable timetable = new Timetable();
  private List<UdpConnection> changed = new ArrayList<>();
  private List<UdpConnection> sending = new ArrayList<>();
  private volatile @Nullable Thread thread;

  /// What an endpoint does beside carrying connections, according to which end it is.
  interface Role {

    /// Whether it accepts connections, rather than begins them.
    boolean isAcceptor();

    /// A message of a handshake came.
    void received(Endpoint endpoint, Handshake message, InetSocketAddress from);

    /// A datagram in plain text came.
    void receivedBare(Endpoint endpoint, ByteBuffer datagram, InetSocketAddress from);

    /// Whether a packet from there may be for a connection that is just being made.
    boolean awaits(InetSocketAddress from);
  }

  Endpoint(DatagramPort port, Network network, UdpCounters counters, Role role) {
    this.port = port;
    this.network = network;
    this.counters = counters;
    this.role = role;
  }

  DatagramPort port() {
    return port;
  }

  UdpCounters counters() {
    return counters;
  }

  boolean isAcceptor() {
    return role.isAcceptor();
  }

  /// Runs a task in this pass or the next. Any thread. After the last pass tasks are dropped.
  void execute(Runnable task) {
    tasks.add(task);
    if (!isCurrent() && isWakeUpPending.compareAndSet(false, true)) {
      port.wake();
    }
  }

  /// Whether the caller runs on the endpoint's thread.
  boolean isCurrent() {
    return Thread.currentThread().equals(thread);
  }

  // What follows is for the endpoint's own thread.

  /// Makes the current thread the endpoint's own.
  void adopt() {
    thread = Thread.currentThread();
  }

  /// Does what there is to do.
  ///
  /// @param datagram from position to limit; without a sender there is none
  void pass(@Nullable InetSocketAddress from, ByteBuffer datagram) {
    isWakeUpPending.set(false);
    if (from != null && datagram.hasRemaining()) {
      guarded(() -> received(datagram, from));
    }
    for (var task = tasks.poll(); task != null; task = tasks.poll()) {
      guarded(task);
    }
    timetable.expire(nowMillis());
    send();
  }

  /// Whether the next pass has something to do although nothing came.
  boolean hasWork() {
    return !tasks.isEmpty() || !changed.isEmpty();
  }

  /// In how many milliseconds somebody is due, 0 if nobody is.
  long idleMillis() {
    return timetable.idleMillis(nowMillis());
  }

  Timetable timetable() {
    return timetable;
  }

  long nowMicros() {
    return network.micros();
  }

  long nowMillis() {
    return network.micros() / 1_000;
  }

  long randomId() {
    return network.random().nextLong();
  }

  void add(UdpConnection connection) {
    connections.put(connection.id(), connection);
  }

  void remove(UdpConnection connection) {
    // A peer that gave its id to another one meanwhile has taken the place.
    connections.remove(connection.id(), connection);
    timetable.remove(connection);
  }

  @Nullable UdpConnection connection(long id) {
    return connections.get(id);
  }

  /// Has the connection send at the end of this pass. Once per connection and pass.
  void sendLater(UdpConnection connection) {
    changed.add(connection);
  }

  void send(Message message, InetSocketAddress target) {
    outgoing.clear();
    message.writeTo(outgoing);
    send(outgoing.flip(), target);
  }

  /// Sends a datagram as it is. What the system does not take counts as lost on the way.
  void send(ByteBuffer datagram, InetSocketAddress target) {
    int length = datagram.remaining();
    try {
      port.send(datagram, target);
      counters.datagramsOut.increment();
      counters.bytesOut.add(length);
    } catch (IOException e) {
      counters.unsent.increment();
      LOG.log(System.Logger.Level.DEBUG, "a datagram could not be sent", e);
    }
  }

  private void received(ByteBuffer datagram, InetSocketAddress from) {
    counters.datagramsIn.increment();
    counters.bytesIn.add(datagram.remaining());
    if (isPrintable(datagram.get(datagram.position()))) {
      role.receivedBare(this, datagram, from);
      return;
    }
    var message = Message.parse(datagram);
    if (message.isEmpty()) {
      counters.unreadable.increment();
      return;
    }
    switch (message.get()) {
      case Handshake handshake -> role.received(this, handshake, from);
      case Packet packet -> received(packet, from);
      case Reset(long id) -> reset(id, from);
    }
  }

  private static boolean isPrintable(byte first) {
    return first >= ' ' && first <= '~';
  }

  private void received(Packet packet, InetSocketAddress from) {
    if (packet.isFromAcceptor() == isAcceptor()) {
      return;
    }
    var connection = connections.get(packet.id());
    if (connection == null) {
      refuse(packet.id(), from);
    } else if (connection.isAt(from)) {
      connection.received(packet);
    }
  }

  private void refuse(long id, InetSocketAddress from) {
    if (!role.awaits(from) && resets.take(nowMillis())) {
      counters.resets.increment();
      send(new Reset(id), from);
    }
  }

  private void reset(long id, InetSocketAddress from) {
    var connection = connections.get(id);
    if (connection != null && connection.isAt(from)) {
      connection.lost();
    }
  }

  private void send() {
    var now = changed;
    changed = sending;
    sending = now;
    for (var connection : now) {
      guarded(connection::send);
    }
    now.clear();
  }

  /// A bug in one connection's handling must not end the thread of all. (Receivers are guarded by
  /// their connection already.)
  private static void guarded(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "a step of the udp endpoint failed", e);
    }
  }
}
