package kabar.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/// The temporary folder and the processes of a measurement, all of which end with it: also when
/// this program is told to stop. Thread-safe.
final class Workplace implements AutoCloseable {
  private static final int INTERRUPTED = 130;

  private final Path folder;

  // Guarded by this.
  private final Deque<Running> running = new ArrayDeque<>();
  private boolean isClosed;
  private boolean isKept;

  private Workplace(Path folder) {
    this.folder = folder;
  }

  static Workplace open() throws IOException {
    var workplace = new Workplace(Files.createTempDirectory("kabar-bench-"));
    Runtime.getRuntime().addShutdownHook(new Thread(workplace::close, "bench-stop"));
    return workplace;
  }

  /// Does work in a place of its own. Answers the exit code: the work's, or that of programs which
  /// were told to stop.
  static int use(Work work) throws IOException {
    try (var workplace = open()) {
      try {
        return work.in(workplace);
      } catch (IOException e) {
        if (workplace.isClosed()) {
          return INTERRUPTED;
        }
        throw e;
      }
    }
  }

  /// Something that ends with the workplace, by then perhaps for the second time.
  interface Running extends AutoCloseable {
    @Override
    void close();
  }

  /// What is done; answers an exit code.
  @FunctionalInterface
  interface Work {
    int in(Workplace workplace) throws IOException;
  }

  /// A folder that does not exist yet.
  Path newFolder(String name) throws IOException {
    return Files.createTempDirectory(folder, name).resolve(name);
  }

  Path folder() {
    return folder;
  }

  synchronized ServerProcess start(List<String> command) throws IOException {
    requireOpen();
    var server = ServerProcess.start(command);
    running.push(server);
    return server;
  }

  /// Starts a client that only listens.
  ///
  /// @param environment all that it gets of it
  synchronized Ear listen(List<String> command, Map<String, String> environment)
      throws IOException {
    requireOpen();
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().putAll(environment);
    var ear = Ear.of(builder.start());
    running.push(ear);
    return ear;
  }

  /// Starts the client on a terminal.
  ///
  /// @param tracer what is to run it, empty for nothing
  synchronized ScreenClient show(ClientHome home, int columns, int rows, List<String> tracer)
      throws IOException {
    requireOpen();
    var client = ScreenClient.start(home, columns, rows, tracer);
    running.push(client);
    return client;
  }

  /// Starts a program that says to the error output what it says there.
  synchronized Process run(List<String> command) throws IOException {
    requireOpen();
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    running.push(process::destroy);
    return process;
  }

  /// Ends with the workplace from now on what somebody else has begun.
  synchronized <T extends Running> T keepRunning(T begun) throws BenchException {
    if (isClosed) {
      begun.close();
    }
    requireOpen();
    running.push(begun);
    return begun;
  }

  private void requireOpen() throws BenchException {
    if (isClosed) {
      throw new BenchException("stopped");
    }
  }

  /// Leaves the folder where it is, for somebody to look at.
  synchronized void keep() {
    isKept = true;
  }

  /// Whether all is over, perhaps by Ctrl-C.
  synchronized boolean isClosed() {
    return isClosed;
  }

  @Override
  public synchronized void close() {
    isClosed = true;
    running.forEach(Running::close);
    running.clear();
    if (!isKept) {
      delete(folder);
    }
  }

  /// The bytes of all files in a folder; 0 if it is not there.
  static long size(Path folder) throws IOException {
    long size = 0;
    if (Files.exists(folder)) {
      try (var files = Files.newDirectoryStream(folder)) {
        for (var file : files) {
          size += Files.size(file);
        }
      }
    }
    return size;
  }

  /// Deletes a folder with all that is in it.
  static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      // It has been deleted already, or stays behind in the system's folder for such things.
    }
  }
}
