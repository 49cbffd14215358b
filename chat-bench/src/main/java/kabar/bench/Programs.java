package kabar.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Small programs of the system, and this one.
final class Programs {
  private static final int TIMEOUT_SECONDS = 30;

  private Programs() {}

  /// Runs one to its end and answers what it printed.
  ///
  /// @throws BenchException if it is missing, fails or does not end
  static String run(List<String> command) throws IOException {
    var process = start(command);
    try {
      process.getOutputStream().close();
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new BenchException("%s: %s".formatted(String.join(" ", command), said.strip()));
      }
      return said;
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

  private static Process start(List<String> command) throws BenchException {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new BenchException("there is no " + command.getFirst());
    }
  }
}
