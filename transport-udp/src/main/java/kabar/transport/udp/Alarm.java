package kabar.transport.udp;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Wakes one endpoint at the time that it has asked for. Set by the endpoint's thread only.
///
/// An alarm that goes off early wakes it for nothing, so that one is moved only to an earlier time:
/// under load, when times move with every datagram, it is left alone.
final class Alarm {
  private final ScheduledExecutorService timer;
  private final Network network;
  private final Runnable wake;
  private @Nullable ScheduledFuture<?> pending;
  private long pendingAt;

  /// Set before the endpoint wakes, which its future is done only after.
  private volatile boolean hasGoneOff = true;

  /// @param timer the transport's timer thread
  Alarm(ScheduledExecutorService timer, Network network, Runnable wake) {
    this.timer = timer;
    this.network = network;
    this.wake = wake;
  }

  /// Goes off in so many milliseconds or before; 0 asks for nothing.
  void set(long millis) {
    if (millis == 0) {
      return;
    }
    long now = network.micros();
    // Whole milliseconds, so that the same wish is the same time whenever it is told.
    long at = (now / 1_000 + millis) * 1_000;
    if (!hasGoneOff && pendingAt <= at) {
      return;
    }
    if (pending != null) {
      pending.cancel(false);
    }
    pendingAt = at;
    hasGoneOff = false;
    pending = timer.schedule(this::goOff, network.machineNanos(at - now), TimeUnit.NANOSECONDS);
  }

  private void goOff() {
    hasGoneOff = true;
    wake.run();
  }
}
