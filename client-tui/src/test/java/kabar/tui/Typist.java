package kabar.tui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;

/// Somebody who types to a command while it runs, and reads what it prints.
final class Typist implements AutoCloseable {
  private static final long DEADLINE_SECONDS = 60;

  private final PipedOutputStream typed = new PipedOutputStream();
  private final Printed printed = new Printed();
  private final FutureTask<Shell.Ended> running;

  private Typist(Shell shell, String... arguments) throws IOException {
    var in = new PipedInputStream(typed, 64 * 1024);
    running = new FutureTask<>(() -> shell.runBetween(in, printed, arguments));
    Thread.ofPlatform().daemon().start(running);
  }

  /// Begins a command.
  static Typist at(Shell shell, String... arguments) throws IOException {
    return new Typist(shell, arguments);
  }

  Typist types(String line) throws IOException {
    typed.write((line + "\n").getBytes(UTF_8));
    typed.flush();
    return this;
  }

  /// All that is printed up to and including these words.
  String reads(String words) {
    return printed.take(words);
  }

  /// Ends the input, and waits until the command has ended.
  Shell.Ended leaves() throws Exception {
    typed.close();
    return ends();
  }

  /// Waits until the command has ended.
  Shell.Ended ends() throws Exception {
    return running.get(DEADLINE_SECONDS, SECONDS);
  }

  @Override
  public void close() throws IOException {
    typed.close();
  }

  /// What has been printed and not been read. Its monitor guards all of it.
  private static final class Printed extends OutputStream {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int taken;

    @Override
    public synchronized void write(int one) {
      bytes.write(one);
      notifyAll();
    }

    @Override
    public synchronized void write(byte[] source, int start, int length) {
      bytes.write(source, start, length);
      notifyAll();
    }

    synchronized String take(String words) {
      await(() -> rest().contains(words));
      var rest = rest();
      int end = rest.indexOf(words);
      if (end < 0) {
        throw new AssertionError("no '%s' in:%n%s".formatted(words, rest));
      }
      taken += end + words.length();
      return rest.substring(0, end + words.length());
    }

    private String rest() {
      return bytes.toString(UTF_8).substring(taken);
    }

    private void await(BooleanSupplier condition) {
      long end = System.nanoTime() + SECONDS.toNanos(DEADLINE_SECONDS);
      while (!condition.getAsBoolean() && System.nanoTime() < end) {
        try {
          SECONDS.timedWait(this, 1);
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
      }
    }
  }
}
