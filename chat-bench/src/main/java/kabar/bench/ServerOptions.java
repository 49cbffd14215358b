package kabar.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/// The options about the server that is measured, of all commands that start one.
final class ServerOptions {

  @Option(
      names = "--image",
      paramLabel = "DIR",
      required = true,
      defaultValue = "${sys:kabar.image}",
      description = "The folder of the packed programs. Default: what the build makes.")
  private Path image = Path.of("");

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A setting of the server; may be given more than once.")
  private Map<String, String> settings = new LinkedHashMap<>();

  /// The same for another command.
  List<String> arguments() {
    var all = new ArrayList<>(List.of("--image", image().toString()));
    settings.forEach((key, value) -> all.addAll(List.of("--set", key + "=" + value)));
    return all;
  }

  /// The folder of the packed programs.
  Path image() {
    return image.toAbsolutePath().normalize();
  }

  /// A server that keeps what it is sent.
  Kabard durable() {
    return Kabard.durable(image(), settings);
  }

  /// A server with this store that tells its metrics there.
  Kabard server(String store, String metrics) {
    return Kabard.overTcp(image(), store, metrics, settings);
  }
}
