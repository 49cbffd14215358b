package kabar.server;

import static picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import kabar.server.config.Sources;
import kabar.server.config.Written;
import org.jspecify.annotations.Nullable;

/// The options that tell which server is meant: the one that uses a data folder. Those that are
/// paths are told to picocli as such for the sake of completion.
final class PlaceOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "The configuration file, instead of those in the usual places; /dev/null stands for none.")
  private @Nullable Path config;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "The server's data folder, which a start makes if it is missing. Default: kabar (with"
              + " --demo, kabar-demo) in $$XDG_DATA_HOME or ~/.local/share.")
  private @Nullable Path data;

  @Option(
      names = "--demo",
      description =
          "The demo: with the users messi, henderson and lineker, whose password is surabaya, and"
              + " reachable from this machine only. What they write is kept, in a data folder of its"
              + " own.")
  private boolean isDemo;

  /// The file that is named, empty if none is.
  String config() {
    return config == null ? "" : config.toString();
  }

  /// What is asked for, by full key.
  Map<String, Written> written() {
    var written = new LinkedHashMap<String, Written>();
    SharedOptions.put(written, "data", SharedOptions.text(data), "--data");
    SharedOptions.put(written, "demo", isDemo ? "true" : null, "--demo");
    return written;
  }

  /// The data folder of the server that is meant.
  ///
  /// @throws kabar.api.SettingsException if that cannot be told
  Path data(Map<String, String> environment) {
    var sources = new Sources(config(), environment, written());
    var isDemo = sources.peek(ServerOptions.DEMO);
    return sources.peek(ServerOptions.data(isDemo, environment)).toAbsolutePath().normalize();
  }
}
