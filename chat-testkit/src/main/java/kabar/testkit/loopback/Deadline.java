package kabar.testkit.loopback;

import java.time.Duration;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Something that happens unless it is cancelled in time. Only used on the loop.
final class Deadline {
  private final Loop loop;
  private final Duration time;
  private final Runnable missed;
  private @Nullable Future<?> running;

  Deadline(Loop loop, Duration time, Runnable missed) {
    this.loop = loop;
    this.time = time;
    this.missed = missed;
  }

  /// Begins or ends the time; while it runs, beginning again changes nothing.
  void set(boolean runs) {
    if (!runs) {
      cancel();
    } else if (running == null) {
      running = loop.after(time, missed);
    }
  }

  void cancel() {
    if (running != null) {
      running.cancel(false);
      running = null;
    }
  }
}
