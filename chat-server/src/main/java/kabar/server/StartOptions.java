package kabar.server;

import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kabar.server.config.Sources;
import kabar.server.config.Written;
import org.jspecify.annotations.Nullable;

/// The options of a start.
final class StartOptions {
  @Mixin private SharedOptions shared;

  @Option(
      names = "--listen",
      paramLabel = "URL",
      description =
          "Where to listen; may be given more than once. Default: tcp://localhost:8889, which means"
              + " 127.0.0.1 and ::1. May end in ?dialect=chat or ?dialect=chatbox.")
  private List<String> listen = new ArrayList<>();

  @Option(
      names = "--dialect",
      paramLabel = "chat|chatbox",
      description = "How a logout is answered where a URL does not say. Default: chat.")
  private @Nullable String dialect;

  @Option(
      names = "--metrics",
      paramLabel = "HOST:PORT|off",
      description =
          "Where to tell metrics and health over HTTP. Default: "
              + Telemetry.DEFAULT_ADDRESS
              + ", which only this machine reaches.")
  private @Nullable String metrics;

  /// What these options and the environment ask for.
  ///
  /// @throws kabar.api.SettingsException if a setting cannot be used
  /// @throws kabar.api.ProviderException if a provider is missing or cannot be loaded
  ServerPlan plan(Map<String, String> environment) {
    return ServerPlan.of(new Sources(shared.config(), environment, written()), environment);
  }

  private Map<String, Written> written() {
    var written = shared.written();
    if (!listen.isEmpty()) {
      SharedOptions.put(written, "listen", Written.list(listen, "--listen"));
    }
    SharedOptions.put(written, "dialect", dialect, "--dialect");
    SharedOptions.put(written, "metrics.address", metrics, "--metrics");
    return written;
  }
}
