package kabar.transport.udp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import kabar.testkit.network.Faults;
import kabar.testkit.network.FaultyPath;
import org.jspecify.annotations.Nullable;

/// The machine's network, made worse and faster: what reaches or leaves a port that is listened at
/// goes through faulty paths, and a second of the transport's time lasts a tenth of a second.
final class FaultyNetwork implements Network, AutoCloseable {
  /// How many times faster time passes.
  static final int LAPSE = 10;

  private final SystemNetwork system = new SystemNetwork(4 * 1024 * 1024);
  private final FaultyPath toListener;
  private final FaultyPath fromListener;
  private final ScheduledThreadPoolExecutor delays =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().factory());

  FaultyNetwork(Faults faults, long seed) {
    toListener = new FaultyPath(faults, seed);
    fromListener = new FaultyPath(faults, seed + 1);
  }

  @Override
  public DatagramPort open(InetSocketAddress address) throws IOException {
    return new FaultyPort(system.open(address));
  }

  @Override
  public DatagramPort openAnywhere() throws IOException {
    return system.openAnywhere();
  }

  @Override
  public long micros() {
    return system.micros() * LAPSE;
  }

  @Override
  public long machineNanos(long micros) {
    return system.machineNanos(micros) / LAPSE;
  }

  @Override
  public RandomGenerator random() {
    return system.random();
  }

  @Override
  public void close() {
    delays.shutdownNow();
  }

  private void after(long nanos, Runnable step) {
    if (nanos == 0) {
      step.run();
    } else {
      try {
        var _ = delays.schedule(step, nanos / LAPSE, TimeUnit.NANOSECONDS);
      } catch (RejectedExecutionException e) {
        // The network is closed: it is lost.
      }
    }
  }

  private final class FaultyPort implements DatagramPort {
    private final DatagramPort port;
    private final ConcurrentLinkedQueue<Arrival> arrived = new ConcurrentLinkedQueue<>();

    private record Arrival(InetSocketAddress from, ByteBuffer bytes) {}

    FaultyPort(DatagramPort port) {
      this.port = port;
    }

    @Override
    public InetSocketAddress address() {
      return port.address();
    }

    @Override
    public @Nullable InetSocketAddress receive(ByteBuffer target) throws IOException {
      int start = target.position();
      while (true) {
        var next = arrived.poll();
        if (next != null) {
          target.put(next.bytes);
          return next.from;
        }
        var from = port.receive(target);
        if (from == null && arrived.isEmpty()) {
          return null;
        }
        if (from != null) {
          spoil(from, target, start);
        }
        target.position(start);
      }
    }

    private void spoil(InetSocketAddress from, ByteBuffer target, int start) {
      var bytes = new byte[target.position() - start];
      target.get(start, bytes);
      for (var delivery : toListener.send(bytes, micros() * 1_000)) {
        var arrival = new Arrival(from, ByteBuffer.wrap(delivery.bytes()));
        if (delivery.delayNanos() == 0) {
          arrived.add(arrival);
        } else {
          after(delivery.delayNanos(), () -> arriveLater(arrival));
        }
      }
    }

    private void arriveLater(Arrival arrival) {
      arrived.add(arrival);
      port.wake();
    }

    @Override
    public void send(ByteBuffer datagram, InetSocketAddress target) {
      var bytes = new byte[datagram.remaining()];
      datagram.get(bytes);
      for (var delivery : fromListener.send(bytes, micros() * 1_000)) {
        after(delivery.delayNanos(), () -> sendNow(delivery.bytes(), target));
      }
    }

    private void sendNow(byte[] bytes, InetSocketAddress target) {
      try {
        port.send(ByteBuffer.wrap(bytes), target);
      } catch (IOException e) {
        // As lost as any other.
      }
    }

    @Override
    public void wake() {
      port.wake();
    }

    @Override
    public void close() throws IOException {
      port.close();
    }
  }
}
