package kabar.packaging;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Makes the AOT cache of each program: runs it once, through its own launcher, with Java taking
/// notes. So the options of Java are those of every later start, which the cache depends on.
final class Training {
  private static final int DEADLINE_SECONDS = 120;

  private Training() {}

  /// Trains them all.
  ///
  /// @param args the folder of the image, the list of programs
  public static void main(String[] args) throws IOException, InterruptedException {
    var image = Path.of(args[0]);
    for (var program : Program.parseAll(args[1])) {
      train(image, program.name());
    }
  }

  private static void train(Path image, String program) throws IOException, InterruptedException {
    var output = Files.createTempFile("kabar-training", ".txt");
    var data = Files.createTempDirectory("kabar-training");
    try {
      train(image, program, data, output);
    } catch (IOException e) {
      throw new IOException(
          "the training of %s failed; it printed:%n%s".formatted(program, Files.readString(output)),
          e);
    } finally {
      Files.delete(output);
      deleteAll(data);
    }
  }

  private static void train(Path image, String program, Path data, Path output)
      throws IOException, InterruptedException {
    var folder = Files.createDirectories(image.resolve("lib", "kabar"));
    var cache = folder.resolve(program + ".aot");
    Files.deleteIfExists(cache);
    try (var exercise = Exercise.of(program)) {
      exercise.prepare(image, data);
      var command = exercise.command(image.resolve("bin", program), data);
      var builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.environment().clear();
      builder.environment().putAll(exercise.environment(data));
      run(exercise, builder, cache, output);
    }
  }

  private static void run(Exercise exercise, ProcessBuilder builder, Path cache, Path output)
      throws IOException, InterruptedException {
    var process = start(builder, cache, output);
    try {
      exercise.run(process, output);
      if (!process.waitFor(DEADLINE_SECONDS, SECONDS) || !Files.exists(cache)) {
        throw new IOException("no cache came of it");
      }
    } finally {
      process.destroyForcibly();
    }
  }

  /// In the folder of the cache: the launcher splits options at spaces, so that no folder can stand
  /// in one.
  private static Process start(ProcessBuilder builder, Path cache, Path output) throws IOException {
    builder.environment().put("KABAR_JAVA_OPTS", "-XX:AOTCacheOutput=" + cache.getFileName());
    return builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
  }

  private static void deleteAll(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.toList().reversed()) {
        Files.delete(file);
      }
    }
  }
}
