package kabar.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// What a process has printed so far on one of its streams. Thread-safe.
final class Printed {
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  // Both guarded by this.
  private final StringBuilder text = new StringBuilder();
  private boolean isEnded;

  private final CompletableFuture<Void> reading;

  /// Reads the stream to its end, on a thread of its own: not a virtual one, since waiting for what
  /// comes out of a named pipe holds the thread that carries it.
  ///
  /// @param atEnd takes all that was printed
  Printed(InputStream stream, Consumer<String> atEnd) {
    this.reading =
        CompletableFuture.runAsync(
            () -> readAll(stream, atEnd), task -> Thread.ofPlatform().daemon().start(task));
  }

  /// Waits until the stream has ended and what was printed has been taken.
  void join() {
    reading.join();
  }

  synchronized String text() {
    return text.toString();
  }

  /// Waits until this has been printed.
  void await(String wanted) throws InterruptedException {
    if (!await(() -> text.indexOf(wanted) >= 0)) {
      throw new AssertionError("'%s' was not printed, but:%n%s".formatted(wanted, text()));
    }
  }

  /// Waits until so much has been printed as someone sees it, or the stream has ended, and answers
  /// what they see then.
  String await(int length, UnaryOperator<String> sight) throws InterruptedException {
    var _ = await(() -> sight.apply(text()).length() >= length);
    return sight.apply(text());
  }

  /// Waits this long for something more to be printed, and answers whether nothing was.
  boolean isSilentFor(Duration time) throws InterruptedException {
    int seen = text().length();
    return !await(() -> text.length() > seen, time);
  }

  /// Waits until the process has closed the stream, and answers all that was printed.
  String awaitEnd() throws InterruptedException {
    if (!await(() -> isEnded)) {
      throw new AssertionError("the process still runs; it has printed:\n" + text());
    }
    return text();
  }

  /// Answers whether it came true before the deadline and the end of the stream.
  private boolean await(BooleanSupplier condition) throws InterruptedException {
    return await(condition, DEADLINE);
  }

  private synchronized boolean await(BooleanSupplier condition, Duration time)
      throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    while (!condition.getAsBoolean()) {
      long millisLeft = (end - System.nanoTime()) / 1_000_000;
      if (isEnded || millisLeft <= 0) {
        return false;
      }
      wait(millisLeft);
    }
    return true;
  }

  private void readAll(InputStream stream, Consumer<String> atEnd) {
    var buffer = new char[8192];
    try (var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
        append(buffer, count);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a process could not be listened to", e);
    } finally {
      atEnd.accept(text());
      end();
    }
  }

  private synchronized void append(char[] buffer, int count) {
    text.append(buffer, 0, count);
    notifyAll();
  }

  private synchronized void end() {
    isEnded = true;
    notifyAll();
  }
}
