package kabar.tui.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import kabar.api.transport.Transport;
import kabar.testkit.transcript.Terminal;

/// A client in this process, at the ends of whose streams the test sits.
final class StreamTerminal implements Terminal {
  private final LineClient client;
  private final FutureTask<Void> conversation;
  private final PipedOutputStream typed = new PipedOutputStream();
  private final Printed printed = new Printed();

  /// Begins a conversation.
  StreamTerminal(LineClient.Plan plan, Transport transport, URI server) throws IOException {
    client = new LineClient(plan, new PipedInputStream(typed, 256 * 1024), printed);
    conversation =
        new FutureTask<>(
            () -> {
              try {
                client.run(handler -> transport.connect(server, handler), server);
              } finally {
                printed.end();
              }
              return null;
            });
    Thread.ofPlatform().daemon().start(conversation);
  }

  /// The same with a client like the original of seed 000.
  static StreamTerminal chat(Transport transport, URI server) throws IOException {
    return new StreamTerminal(plan(LineDialect.CHAT), transport, server);
  }

  /// A plan with a time-out that no test reaches.
  static LineClient.Plan plan(LineDialect dialect) {
    return new LineClient.Plan(dialect, false, Duration.ofHours(1));
  }

  @Override
  public boolean echoes() {
    return false;
  }

  @Override
  public void type(String line) throws IOException {
    type((line + "\n").getBytes(UTF_8));
  }

  /// Types bytes as they are, which need not end a line.
  void type(byte[] bytes) throws IOException {
    typed.write(bytes);
    typed.flush();
  }

  @Override
  public void interrupt() {
    client.interrupt();
  }

  @Override
  public void endInput() throws IOException {
    typed.close();
  }

  @Override
  public String read(int length) {
    return printed.take(length);
  }

  /// Everything up to and including these words.
  String readUpTo(String words) {
    return printed.takeUpTo(words);
  }

  @Override
  public String awaitEnd(int exitCode) throws IOException {
    try {
      conversation.get(DEADLINE.toMillis(), MILLISECONDS);
      return printed.take(Integer.MAX_VALUE);
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError("the client still talks", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException lost) {
        throw lost;
      }
      throw new AssertionError(e.getCause());
    }
  }

  @Override
  public void close() throws IOException {
    typed.close();
  }

  /// What has been printed and not been taken. Its monitor guards all of it.
  private static final class Printed extends OutputStream {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int taken;
    private boolean isEnded;

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

    synchronized void end() {
      isEnded = true;
      notifyAll();
    }

    synchronized String take(int length) {
      await(() -> rest().length() >= length);
      return take(rest(), length);
    }

    synchronized String takeUpTo(String words) {
      await(() -> rest().contains(words));
      var rest = rest();
      return take(rest, rest.indexOf(words) + words.length());
    }

    private String take(String rest, int length) {
      int count = Math.min(length, rest.length());
      taken += count;
      return rest.substring(0, count);
    }

    private String rest() {
      return bytes.toString(UTF_8).substring(taken);
    }

    private void await(BooleanSupplier condition) {
      long end = System.nanoTime() + DEADLINE.toNanos();
      while (!condition.getAsBoolean() && !isEnded && System.nanoTime() < end) {
        try {
          MILLISECONDS.timedWait(this, 100);
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
      }
    }
  }
}
