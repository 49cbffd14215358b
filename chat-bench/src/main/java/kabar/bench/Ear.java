package kabar.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Hears lines and notes when each came. One thread reads, another asks.
final class Ear implements Workplace.Running {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
  private final Runnable end;

  private Ear(BufferedReader input, Runnable end) {
    this.end = end;
    Thread.ofPlatform().daemon().name("ear").start(() -> listen(input));
  }

  /// A line, or the end of all lines.
  private record Heard(String line, boolean isEnd, long nanos) {}

  /// Hears what a process prints, and ends the process.
  static Ear of(Process process) {
    return new Ear(process.inputReader(StandardCharsets.UTF_8), process::destroy);
  }

  /// Hears what comes over a connection, which its owner ends.
  static Ear of(BufferedReader input) {
    return new Ear(input, () -> {});
  }

  /// Waits for a line that contains a text, skipping others, and answers when it came, as {@link
  /// System#nanoTime} tells.
  ///
  /// @throws BenchException if it does not come
  long await(String text) throws BenchException {
    var found = find(text, PATIENCE);
    if (found == null) {
      throw new BenchException(
          "heard nothing of %s within %d s".formatted(text, PATIENCE.toSeconds()));
    }
    return found.nanos();
  }

  /// Whether a line that contains a text comes soon.
  ///
  /// @param patience for each line that comes before it
  boolean hears(String text, Duration patience) throws BenchException {
    return find(text, patience) != null;
  }

  /// All lines that came and nobody has asked for.
  List<String> heardSoFar() {
    var all = new ArrayList<Heard>();
    heard.drainTo(all);
    return all.stream().map(Heard::line).toList();
  }

  @Override
  public void close() {
    end.run();
  }

  private @Nullable Heard find(String text, Duration patience) throws BenchException {
    try {
      var next = next(patience);
      while (next != null && !next.line().contains(text)) {
        if (next.isEnd()) {
          throw new BenchException("expected %s, heard the end".formatted(text));
        }
        next = next(patience);
      }
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted");
    }
  }

  private @Nullable Heard next(Duration patience) throws InterruptedException {
    return heard.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void listen(BufferedReader input) {
    try (var reader = input) {
      reader.lines().forEach(line -> heard.add(new Heard(line, false, System.nanoTime())));
    } catch (IOException | UncheckedIOException e) {
      heard.add(new Heard(String.valueOf(e.getMessage()), false, System.nanoTime()));
    }
    heard.add(new Heard("", true, System.nanoTime()));
  }
}
