package kabar.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Small programs of the system, and this one.
final class Programs {
  private static final int TIMEOUT_SECONDS = 60;

  private Programs() {}

  /// Runs one to its end and answers what it printed.
  ///
  /// @throws BenchException if it is missing, fails or does not end
  static String run(List<String> command) throws IOException {
    return run(command, System.getenv(), "");
  }

  /// The same with an environment and an input.
  static String run(List<String> command, Map<String, String> environment, String input)
      throws IOException {
    var process = start(command, environment);
    try {
      try (var typed = process.getOutputStream()) {
        typed.write(input.getBytes(StandardCharsets.UTF_8));
      }
      var said = CompletableFuture.supplyAsync(() -> read(process));
      if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        throw new BenchException("%s does not end".formatted(String.join(" ", command)));
      }
      if (process.exitValue() != 0) {
        throw new BenchException(
            "%s: %s".formatted(String.join(" ", command), said.join().strip()));
      }
      return said.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted");
    } finally {
      process.destroy();
    }
  }

  /// The command that runs this program again, with other arguments.
  static List<String> itself(List<String> arguments) {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-p",
                System.getProperty("jdk.module.path"),
                "-m",
                System.getProperty("jdk.module.main") + "/" + Bench.class.getName()));
    command.addAll(arguments);
    return command;
  }

  private static String read(Process process) {
    try (var stream = process.getInputStream()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static Process start(List<String> command, Map<String, String> environment)
      throws BenchException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new BenchException("there is no " + command.getFirst());
    }
  }
}
