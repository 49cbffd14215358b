package kabar.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The load tool, from where its build leaves it, as `./bench` runs it.
final class LoadTool {
  private static final int MINUTES = 10;

  private LoadTool() {}

  /// Runs it to its end, on the image.
  static Image.Outcome run(Path folder, String... arguments)
      throws IOException, InterruptedException {
    var output = folder.resolve("output");
    var process =
        new ProcessBuilder(command(arguments))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        throw new AssertionError(
            "still running after %d min: %s".formatted(MINUTES, Files.readString(output)));
      }
      return new Image.Outcome(process.exitValue(), Files.readString(output));
    } finally {
      // Gently, so that it ends its servers.
      process.destroy();
    }
  }

  private static List<String> command(String... arguments) {
    var built = Image.project().resolve("chat-bench/target");
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Dkabar.image=" + Image.home(),
                "-Dorg.sqlite.lib.path=" + Image.home().resolve("lib/kabar"),
                "--enable-native-access=org.xerial.sqlitejdbc",
                "-p",
                built.resolve("classes") + ":" + built.resolve("modules"),
                "-m",
                "kabar.bench/kabar.bench.Bench"));
    command.addAll(List.of(arguments));
    return command;
  }
}
