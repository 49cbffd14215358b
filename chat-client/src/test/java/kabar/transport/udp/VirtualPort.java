package kabar.transport.udp;

import static java.util.Objects.requireNonNull;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A port in virtual time, and what a thread would do there: it runs the endpoint's passes.
final class VirtualPort implements DatagramPort {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
  private static final long NEVER = Long.MAX_VALUE;

  private final InetSocketAddress address;
  private final Way way;
  private final VirtualUdp.Time time;
  private @Nullable Endpoint endpoint;
  private boolean isOpen = true;
  private boolean isPassing;
  private long alarm = NEVER;

  /// Carries what is sent.
  @FunctionalInterface
  interface Way {
    void travel(byte[] datagram, InetSocketAddress from, InetSocketAddress to);
  }

  VirtualPort(InetSocketAddress address, Way way, VirtualUdp.Time time) {
    this.address = address;
    this.way = way;
    this.time = time;
  }

  void begin(Endpoint itsEndpoint) {
    endpoint = itsEndpoint;
  }

  Endpoint endpoint() {
    return requireNonNull(endpoint, "the endpoint has joined");
  }

  boolean isOpen() {
    return isOpen;
  }

  /// A pass of the endpoint, with a datagram.
  void pass(@Nullable InetSocketAddress from, ByteBuffer datagram) {
    if (!isOpen) {
      return;
    }
    isPassing = true;
    endpoint().pass(from, datagram);
    isPassing = false;
    if (endpoint().hasWork()) {
      wake();
    }
    setAlarm();
  }

  /// Lets something happen at once, but not within what happens now.
  void later(Runnable task) {
    time.at(time.nanos(), address.getPort(), task);
  }

  /// Closes once the tasks given so far have run.
  void closeLater() {
    endpoint().execute(this::close);
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
    if (isOpen) {
      way.travel(bytes, address, target);
    }
  }

  /// During a pass there is no need: it looks for work at its end.
  @Override
  public void wake() {
    if (!isPassing) {
      later(() -> pass(null, NOTHING));
    }
  }

  @Override
  public void close() {
    isOpen = false;
  }

  private void setAlarm() {
    long idle = endpoint().idleMillis();
    long due = idle == 0 ? NEVER : Duration.ofMillis(endpoint().nowMillis() + idle).toNanos();
    if (due < alarm) {
      alarm = due;
      time.at(due, address.getPort(), () -> ring(due));
    }
  }

  /// Only the earliest alarm counts.
  private void ring(long due) {
    if (due == alarm) {
      alarm = NEVER;
      pass(null, NOTHING);
    }
  }
}
