package kabar.tui.terminal;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a shell with jobs expects of a program on its terminal: that it stops and goes on, and that
/// it leaves signals to a program which it runs there.
final class JobControl implements AutoCloseable {
  private static final String STOP = "TSTP";
  private static final String INTERRUPT = "INT";
  private static final int INTERRUPTED = 128 + 2;

  /// Ctrl-C comes to this process too, and may be told here only after it has ended the program.
  private static final Duration AFTERMATH = Duration.ofSeconds(1);

  private final Signals signals = new Signals();
  private final Runnable stop;

  /// The program that has the terminal now.
  private volatile @Nullable Process guest;

  private volatile long guestEndedNanos = System.nanoTime() - AFTERMATH.toNanos();

  /// @param stop what is to be done when others ask this process to stop
  JobControl(Runnable stop) {
    this.stop = stop;
  }

  /// @param resized called when the terminal has another size
  /// @param continued called when this process goes on after it was stopped
  void listen(Runnable resized, Runnable continued) {
    signals.on("WINCH", resized);
    signals.on("CONT", continued);
    signals.on(STOP, stop);
    signals.on(INTERRUPT, this::interrupted);
  }

  /// As Java does by default, unless another program has the terminal.
  private void interrupted() {
    var sinceGuest = Duration.ofNanos(System.nanoTime() - guestEndedNanos);
    if (guest == null && sinceGuest.compareTo(AFTERMATH) > 0) {
      System.exit(INTERRUPTED);
    }
  }

  /// Stops this process and what runs together with it, such as a script that started it. Returns
  /// when they go on, or at once where nobody could let them go on.
  void stopGroup() throws IOException, InterruptedException {
    signals.byDefault(STOP);
    try {
      // It is of the group too, so it ends only after all went on.
      new ProcessBuilder("sh", "-c", "kill -s TSTP 0")
          .redirectInput(Redirect.INHERIT)
          .redirectOutput(Redirect.DISCARD)
          .redirectError(Redirect.DISCARD)
          .start()
          .waitFor();
    } finally {
      signals.on(STOP, stop);
    }
  }

  /// Runs a program on the terminal. Ctrl-C is for it alone, and when it stops, all stop.
  int run(List<String> command) throws IOException, InterruptedException {
    signals.byDefault(STOP);
    try {
      return waitFor(new ProcessBuilder(command).inheritIO().start());
    } finally {
      signals.on(STOP, stop);
    }
  }

  private int waitFor(Process process) throws InterruptedException {
    guest = process;
    try {
      return process.waitFor();
    } catch (InterruptedException interrupted) {
      process.destroy();
      throw interrupted;
    } finally {
      guestEndedNanos = System.nanoTime();
      guest = null;
    }
  }

  /// Asks the program that has the terminal to end, and leaves signals to Java again.
  @Override
  public void close() {
    var running = guest;
    if (running != null) {
      running.destroy();
    }
    signals.close();
  }
}
