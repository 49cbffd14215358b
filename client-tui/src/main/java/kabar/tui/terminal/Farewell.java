package kabar.tui.terminal;

import java.time.Duration;

/// What is done when the JVM ends, by SIGTERM or SIGHUP for example, which it does not put off for
/// longer than a moment.
final class Farewell {
  /// A terminal that takes no bytes must not keep the process alive.
  private static final Duration MOMENT = Duration.ofSeconds(1);

  private final Runnable farewell;
  private final Thread hook = new Thread(this::carryOut, "kabar-farewell");

  Farewell(Runnable farewell) {
    this.farewell = farewell;
  }

  void arm() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void carryOut() {
    try {
      Thread.ofPlatform().daemon().name("kabar-farewell-worker").start(farewell).join(MOMENT);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }

  /// Nothing is to be done any more, or it is being done.
  void disarm() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // The JVM ends: this is part of it.
    }
  }
}
