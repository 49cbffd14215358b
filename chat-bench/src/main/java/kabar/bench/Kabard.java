package kabar.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Starts the packed server, each time with a data folder of its own and a port that is free, and
/// without the configuration files of this machine.
///
/// @param image the folder of the packed programs
/// @param store for `--store`
/// @param metrics for `--metrics`
/// @param settings for `--set`
record Kabard(Path image, String store, String metrics, Map<String, String> settings) {

  Kabard {
    settings = Map.copyOf(settings);
  }

  /// The same with another store.
  Kabard with(String otherStore) {
    return new Kabard(image, otherStore, metrics, settings);
  }

  ServerProcess start(Workplace workplace) throws IOException {
    var program = image.resolve("bin", "kabard");
    if (!Files.isExecutable(program)) {
      throw new BenchException("cannot run %s (./build package makes it)".formatted(program));
    }
    var command =
        new ArrayList<>(
            List.of(
                program.toString(),
                "--config",
                "/dev/null",
                "--demo",
                "--listen",
                "tcp://127.0.0.1:0",
                "--store",
                store,
                "--metrics",
                metrics,
                "--set",
                "limits.messages=off",
                "--data",
                workplace.newFolder("data").toString()));
    settings.forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
    return workplace.start(command);
  }
}
