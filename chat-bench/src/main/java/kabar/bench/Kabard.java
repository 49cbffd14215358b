package kabar.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Starts the packed server, each time at a port that is free and without the configuration files
/// of this machine.
///
/// @param image the folder of the packed programs
/// @param schemes of the transports it listens over
/// @param store for `--store`
/// @param metrics for `--metrics`
/// @param settings for `--set`
record Kabard(
    Path image, List<String> schemes, String store, String metrics, Map<String, String> settings) {
  /// The name of the store that is on disk.
  static final String DURABLE_STORE = "sqlite";

  Kabard {
    schemes = List.copyOf(schemes);
    settings = Map.copyOf(settings);
  }

  /// The same with another store.
  Kabard with(String otherStore) {
    return new Kabard(image, schemes, otherStore, metrics, settings);
  }

  /// The same, listening over another transport, too.
  Kabard alsoOver(String scheme) {
    var all = new ArrayList<>(schemes);
    all.add(scheme);
    return new Kabard(image, all, store, metrics, settings);
  }

  /// The same, listening over nothing else.
  Kabard onlyOver(String scheme) {
    return new Kabard(image, List.of(scheme), store, metrics, settings);
  }

  /// One that listens over TCP.
  static Kabard overTcp(Path image, String store, String metrics, Map<String, String> settings) {
    return new Kabard(image, List.of(Transports.TCP), store, metrics, settings);
  }

  /// One that keeps what it is sent.
  static Kabard durable(Path image, Map<String, String> settings) {
    return overTcp(image, DURABLE_STORE, "off", settings);
  }

  /// Starts it with a data folder of its own.
  ServerProcess start(Workplace workplace) throws IOException {
    return start(workplace, workplace.newFolder("data"));
  }

  ServerProcess start(Workplace workplace, Path data) throws IOException {
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
                "--store",
                store,
                "--metrics",
                metrics,
                "--set",
                "limits.messages=off",
                "--data",
                data.toString()));
    schemes.forEach(it -> command.addAll(List.of("--listen", it + "://127.0.0.1:0")));
    settings.forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
    return workplace.start(command);
  }
}
