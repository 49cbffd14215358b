package kabar.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The packed image, as failsafe names it, and the programs started from it.
final class Image {

  private static final Path NOTHING = Path.of("/dev/null");

  /// What a program printed, both streams together, and its exit code.
  record Outcome(int exitCode, String output) {}

  private Image() {}

  static Path home() {
    return Path.of(System.getProperty("kabar.image"));
  }

  /// The folder of the parent POM.
  static Path project() {
    return home().resolve("../../..").normalize();
  }

  /// A packed file beside the image: its name is that of the archive, with this behind it.
  static Path archive(String suffix) {
    return home().resolveSibling(System.getProperty("kabar.archive") + suffix);
  }

  /// The names of all programs.
  static List<String> programs() throws IOException {
    try (var launchers = Files.list(project().resolve("distribution/src/main/launcher"))) {
      return launchers.map(launcher -> launcher.getFileName().toString()).sorted().toList();
    }
  }

  /// Copies an image or a part of one, with times and permissions.
  static Path copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return to;
  }

  /// Runs a command to its end, in `folder`, with nothing to read and with nothing in its
  /// environment but `environment`.
  static Outcome run(Path folder, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    return run(folder, environment, NOTHING, command);
  }

  /// The same, with a file to read.
  static Outcome run(Path folder, Map<String, String> environment, Path input, String... command)
      throws IOException, InterruptedException {
    var output = Files.createTempFile("kabar", ".out");
    try {
      var builder = new ProcessBuilder(List.of(command)).directory(folder.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      builder
          .redirectInput(input.toFile())
          .redirectErrorStream(true)
          .redirectOutput(output.toFile());
      var process = builder.start();
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("still running after 60 s: " + List.of(command));
      }
      return new Outcome(process.exitValue(), Files.readString(output));
    } finally {
      Files.delete(output);
    }
  }
}
