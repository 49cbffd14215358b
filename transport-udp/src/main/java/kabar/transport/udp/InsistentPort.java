package kabar.transport.udp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// A port whose wake-ups arrive in the end: one that the system has lost, as a firewall or a lossy
/// loopback does, is repeated until somebody has woken.
final class InsistentPort implements DatagramPort {
  private final DatagramPort port;
  private final ScheduledExecutorService timer;
  private final Duration patience;

  /// Whether a wake-up is meant for a `receive` that has not returned yet. Whatever a wake-up
  /// announces was there before it, and is looked for after this is taken back.
  private final AtomicBoolean isOwed = new AtomicBoolean();

  private final AtomicBoolean isWatched = new AtomicBoolean();

  /// @param timer of the transport
  /// @param patience how long a wake-up may take before there is another
  InsistentPort(DatagramPort port, ScheduledExecutorService timer, Duration patience) {
    this.port = port;
    this.timer = timer;
    this.patience = patience;
  }

  @Override
  public InetSocketAddress address() {
    return port.address();
  }

  @Override
  public @Nullable InetSocketAddress receive(ByteBuffer target) throws IOException {
    var from = port.receive(target);
    isOwed.set(false);
    return from;
  }

  @Override
  public void send(ByteBuffer datagram, InetSocketAddress target) throws IOException {
    port.send(datagram, target);
  }

  @Override
  public void wake() {
    isOwed.set(true);
    port.wake();
    watch();
  }

  @Override
  public void close() throws IOException {
    port.close();
    isOwed.set(false);
  }

  private void watch() {
    if (isWatched.compareAndSet(false, true)) {
      try {
        var _ = timer.schedule(this::look, patience.toNanos(), TimeUnit.NANOSECONDS);
      } catch (RejectedExecutionException e) {
        isWatched.set(false); // the transport is closed, and nobody waits any more
      }
    }
  }

  private void look() {
    isWatched.set(false);
    if (isOwed.get()) {
      wake();
    }
  }
}
