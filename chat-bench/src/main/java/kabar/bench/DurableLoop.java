package kabar.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/// Something in this process, and senders who call it.
final class DurableLoop implements Durable {
  private static final long STALL_MILLIS = 30_000;

  private final ProcessFigures figures = new ProcessFigures(Path.of("/proc/self"));
  private final Latencies latencies = new Latencies();
  private final Appender appender;
  private final int senders;

  // All guarded by this.
  private boolean isSending;
  private int waiting;
  private long stored;

  DurableLoop(Appender appender, int senders) {
    this.appender = appender;
    this.senders = senders;
  }

  /// Stores messages.
  interface Appender extends AutoCloseable {

    /// Stores one more message.
    ///
    /// @param isStored to be run when it is on disk, on any thread
    void append(Runnable isStored);

    @Override
    void close() throws IOException;
  }

  @Override
  public Round play(Duration duration) throws IOException {
    latencies.clear();
    var cpu = figures.cpu();
    long start = System.nanoTime();
    begin();
    for (int i = 0; i < senders; i++) {
      send();
    }
    awaitEnd(start + duration.toNanos());
    var load = new Load.Sum(stored, Duration.ofNanos(System.nanoTime() - start));
    return Durable.round(load, figures.cpu().minus(cpu), latencies);
  }

  @Override
  public void close() throws IOException {
    appender.close();
  }

  private synchronized void begin() {
    stored = 0;
    waiting = senders;
    isSending = true;
  }

  private void send() {
    long sent = System.nanoTime();
    appender.append(() -> heard(sent));
  }

  private void heard(long sent) {
    latencies.accept(System.nanoTime() - sent);
    if (goesOn()) {
      send();
    }
  }

  private synchronized boolean goesOn() {
    stored++;
    if (!isSending && --waiting == 0) {
      notifyAll();
    }
    return isSending;
  }

  private synchronized void awaitEnd(long end) throws BenchException {
    try {
      for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
        wait(Math.ceilDiv(left, 1_000_000));
      }
      isSending = false;
      long stalled = System.nanoTime() + STALL_MILLIS * 1_000_000;
      while (waiting > 0 && System.nanoTime() < stalled) {
        wait(STALL_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted");
    }
    if (waiting > 0) {
      throw new BenchException("%d messages were not stored in time".formatted(waiting));
    }
  }
}
