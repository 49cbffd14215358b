package kabar.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/// A server that runs as a process of its own and tells on its output where it listens, then that
/// it is ready.
final class ServerProcess implements Workplace.Running {
  private static final Pattern ADDRESS = Pattern.compile("(?m)^Listening at (\\S+)$");
  private static final Pattern METRICS = Pattern.compile("(?m)^Metrics at (\\S+)$");
  private static final Pattern READY = Pattern.compile("Ready in (\\d+) ms");
  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);

  private final Process process;
  private final ProcessFigures figures;
  private final CompletableFuture<Greeting> greeting = new CompletableFuture<>();

  private ServerProcess(Process process) {
    this.process = process;
    this.figures = new ProcessFigures(Path.of("/proc", Long.toString(process.pid())));
  }

  /// What a server said at its start.
  ///
  /// @param wall from the moment before the process was made to the last word
  /// @param printed what the server itself says about that time
  /// @param listening where it listens, in its order
  /// @param metrics where it tells its metrics, if it does
  record Greeting(List<URI> listening, Optional<URI> metrics, Duration wall, Duration printed) {

    /// The first address.
    InetSocketAddress address() {
      var first = listening.getFirst();
      return new InetSocketAddress(first.getHost(), first.getPort());
    }

    /// The address of this scheme.
    URI address(String scheme) throws BenchException {
      return listening.stream()
          .filter(it -> it.getScheme().equals(scheme))
          .findFirst()
          .orElseThrow(() -> new BenchException("the server does not listen over " + scheme));
    }
  }

  /// Makes the process; it may not be ready yet.
  static ServerProcess start(List<String> command) throws IOException {
    long start = System.nanoTime();
    var server = new ServerProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
    Thread.ofPlatform()
        .daemon()
        .name("output of " + command.getFirst())
        .start(() -> server.read(start));
    return server;
  }

  /// Waits until it is ready.
  ///
  /// @throws BenchException if it ends or fails to get ready
  Greeting awaitReady() throws IOException {
    try {
      return greeting.get(START_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      var cause = e.getCause() == null ? e : e.getCause();
      throw new BenchException("a server did not start: " + cause.getMessage());
    } catch (TimeoutException e) {
      throw new BenchException("a server was not ready after " + START_TIMEOUT.toSeconds() + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted");
    }
  }

  ProcessFigures figures() {
    return figures;
  }

  /// Ends the process at once, as `kill -9` does.
  void kill() throws BenchException {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted");
    }
  }

  /// Ends the process, gently if it lets itself.
  @Override
  public void close() {
    process.destroy();
    try {
      if (process.waitFor(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }

  /// Reads all output, so that it never blocks the server.
  private void read(long start) {
    var said = new StringBuilder();
    try (var reader = process.inputReader()) {
      for (var line = reader.readLine(); line != null; line = reader.readLine()) {
        said.append(line).append('\n');
        var ready = READY.matcher(line);
        if (ready.matches()) {
          var wall = Duration.ofNanos(System.nanoTime() - start);
          greeting.complete(greeting(said, wall, Long.parseLong(ready.group(1))));
          skip(reader);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      said.append(e.getMessage());
    }
    greeting.completeExceptionally(new BenchException(said.toString().strip()));
  }

  private static Greeting greeting(CharSequence said, Duration wall, long printedMillis)
      throws BenchException {
    var listening = found(ADDRESS, said);
    if (listening.isEmpty()) {
      throw new BenchException("it did not say where it listens: " + said);
    }
    return new Greeting(
        listening,
        found(METRICS, said).stream().findFirst(),
        wall,
        Duration.ofMillis(printedMillis));
  }

  private static List<URI> found(Pattern pattern, CharSequence said) {
    return pattern.matcher(said).results().map(it -> URI.create(it.group(1))).toList();
  }

  private static void skip(BufferedReader reader) throws IOException {
    while (reader.readLine() != null) {
      // What a running server says is of no interest.
    }
  }
}
