package kabar.transport.udp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import kabar.testkit.network.Faults;
import kabar.testkit.network.FaultyPath;
import org.jspecify.annotations.Nullable;

/// A network of endpoints in one thread and in virtual time: the same seed gives the same course.
/// Every datagram is under way for 200 µs, or as its faults say.
final class SimulatedNetwork implements Network {
  private static final long BASE_DELAY_MICROS = 200;

  private final FaultyPath path;
  private final Random random;
  private final Map<InetSocketAddress, Endpoint> endpoints = new HashMap<>();
  private final PriorityQueue<UnderWay> underWay =
      new PriorityQueue<>(
          Comparator.comparingLong(UnderWay::at).thenComparingLong(UnderWay::number));
  private final List<UnderWay> recording = new ArrayList<>();
  private long now;
  private long sent;
  private boolean isRecording;

  /// A datagram that is going to arrive.
  record UnderWay(
      long at, long number, InetSocketAddress from, InetSocketAddress to, ByteBuffer bytes) {}

  SimulatedNetwork(Faults faults, long seed) {
    this.path = new FaultyPath(faults, seed);
    this.random = new Random(seed);
  }

  FaultyPath path() {
    return path;
  }

  /// Joins an endpoint to the network, run by the current thread.
  Endpoint join(int port, UdpCounters counters, Endpoint.Role role) {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    var endpoint = new Endpoint(new Port(address), this, counters, role);
    endpoint.adopt();
    endpoints.put(address, endpoint);
    return endpoint;
  }

  /// Keeps a copy of every datagram that arrives from now on.
  void record() {
    isRecording = true;
  }

  /// What has arrived since {@link #record}.
  List<UnderWay> recorded() {
    return List.copyOf(recording);
  }

  /// Lets a datagram arrive now.
  void inject(InetSocketAddress from, InetSocketAddress to, ByteBuffer bytes) {
    underWay.add(new UnderWay(now, sent++, from, to, bytes.duplicate()));
  }

  /// Runs until something is so.
  ///
  /// @return how much virtual time passed, in microseconds
  long until(BooleanSupplier condition, long atMostSeconds) {
    long start = now;
    long end = start + TimeUnit.SECONDS.toMicros(atMostSeconds);
    while (!condition.getAsBoolean()) {
      if (!step(end)) {
        throw new AssertionError(
            "it did not happen in %d s of virtual time".formatted(atMostSeconds));
      }
    }
    return now - start;
  }

  /// Runs for a while.
  void pass(long seconds) {
    passMicros(TimeUnit.SECONDS.toMicros(seconds));
  }

  /// Runs for a shorter while.
  void passMicros(long micros) {
    long end = now + micros;
    while (step(end)) {
      // until nothing happens before the end
    }
    now = end;
  }

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
    return now;
  }

  @Override
  public long machineNanos(long micros) {
    throw new IllegalStateException("there are no alarms here");
  }

  @Override
  public RandomGenerator random() {
    return random;
  }

  private boolean step(long end) {
    for (var endpoint : endpoints.values()) {
      if (endpoint.hasWork()) {
        endpoint.pass(null, ByteBuffer.allocate(0));
        return true;
      }
    }
    var next = underWay.peek();
    long due = nextDue();
    if (Math.min(due, next == null ? Long.MAX_VALUE : next.at) > end) {
      return false;
    }
    if (next != null && next.at <= due) {
      underWay.remove();
      arrive(next);
    } else {
      now = Math.max(now, due);
      endpoints.values().forEach(it -> it.pass(null, ByteBuffer.allocate(0)));
    }
    return true;
  }

  private long nextDue() {
    long due = Long.MAX_VALUE;
    for (var endpoint : endpoints.values()) {
      long idle = endpoint.idleMillis();
      due = idle == 0 ? due : Math.min(due, (now / 1_000 + idle) * 1_000);
    }
    return due;
  }

  private void arrive(UnderWay datagram) {
    now = Math.max(now, datagram.at);
    if (isRecording) {
      recording.add(datagram);
    }
    var endpoint = endpoints.get(datagram.to);
    if (endpoint != null && datagram.bytes.hasRemaining()) {
      endpoint.pass(datagram.from, datagram.bytes.duplicate());
    }
  }

  /// A port of this network.
  private final class Port implements DatagramPort {
    private final InetSocketAddress address;

    Port(InetSocketAddress address) {
      this.address = address;
    }

    @Override
    public InetSocketAddress address() {
      return address;
    }

    @Override
    public @Nullable InetSocketAddress receive(ByteBuffer target) {
      throw new IllegalStateException("nobody waits here");
    }

    @Override
    public void send(ByteBuffer datagram, InetSocketAddress target) {
      var bytes = new byte[datagram.remaining()];
      datagram.get(bytes);
      for (var delivery : path.send(bytes, TimeUnit.MICROSECONDS.toNanos(now))) {
        long delay = TimeUnit.NANOSECONDS.toMicros(delivery.delayNanos()) + BASE_DELAY_MICROS;
        var arriving = ByteBuffer.wrap(delivery.bytes());
        underWay.add(new UnderWay(now + delay, sent++, address, target, arriving));
      }
    }

    @Override
    public void wake() {
      throw new IllegalStateException("there is one thread");
    }

    @Override
    public void close() {}
  }
}
