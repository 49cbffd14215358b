package kabar.transport.udp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InsistentPortTest {
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final LossyWakes losing = new LossyWakes(3);

  @AfterEach
  void stop() {
    timer.shutdownNow();
  }

  @Test
  void wakesAgainUntilSomebodyHasWoken() throws IOException {
    var port = new InsistentPort(losing, timer, Duration.ofMillis(1));

    port.wake();

    assertThat(port.receive(ByteBuffer.allocate(1))).isNull();
    assertThat(losing.wakes).hasValueGreaterThan(3);
  }

  @Test
  void leavesItAtOneWhenThatWasEnough() throws Exception {
    var arriving = new LossyWakes(0);
    var port = new InsistentPort(arriving, timer, Duration.ofMillis(1));

    port.wake();
    port.receive(ByteBuffer.allocate(1));
    int before = arriving.wakes.get();
    timer.shutdown(); // and does what was planned

    assertThat(timer.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    assertThat(arriving.wakes).hasValue(before);
  }

  @Test
  void asksNothingOfATimerThatHasStopped() {
    timer.shutdownNow();
    var port = new InsistentPort(losing, timer, Duration.ofMillis(1));

    port.wake();
    port.wake();

    assertThat(losing.wakes).hasValue(2);
  }

  /// Loses the first few wake-ups.
  private static final class LossyWakes implements DatagramPort {
    private final AtomicInteger wakes = new AtomicInteger();
    private final Semaphore arrived = new Semaphore(0);
    private final int lost;

    LossyWakes(int lost) {
      this.lost = lost;
    }

    @Override
    public InetSocketAddress address() {
      return InetSocketAddress.createUnresolved("nowhere", 0);
    }

    @Override
    public @Nullable InetSocketAddress receive(ByteBuffer target) {
      arrived.acquireUninterruptibly();
      return null;
    }

    @Override
    public void send(ByteBuffer datagram, InetSocketAddress target) {}

    @Override
    public void wake() {
      if (wakes.incrementAndGet() > lost) {
        arrived.release();
      }
    }

    @Override
    public void close() {}
  }
}
