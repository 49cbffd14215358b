package kabar.server;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kabar.api.Form;
import kabar.api.Option;
import kabar.api.Settings;
import kabar.domain.CommandDispatcher;
import kabar.server.metrics.Health;
import kabar.server.metrics.Meters;
import kabar.server.metrics.MetricsAddress;
import kabar.server.metrics.ServerMeters;
import kabar.server.metrics.StatusServer;
import org.jspecify.annotations.Nullable;

/// The metrics and the health of a server, told over HTTP, or neither: where they are off, nothing
/// is measured and nothing is opened.
final class Telemetry implements AutoCloseable {
  static final String DEFAULT_ADDRESS = "127.0.0.1:9889";
  private static final String OFF = "off";
  private static final Option<String> ADDRESS =
      Option.of(
          "address",
          Form.text("off, or HOST:PORT as " + DEFAULT_ADDRESS),
          DEFAULT_ADDRESS,
          "Where to tell metrics and health over HTTP");
  private static final Option<Boolean> INSECURE =
      Option.of("insecure", Form.flag(), false, "Whether other machines may ask");

  static final List<Option<?>> OPTIONS = List.of(ADDRESS, INSECURE);

  private final @Nullable MetricsAddress address;
  private final @Nullable Meters meters;
  private @Nullable StatusServer status;

  private Telemetry(@Nullable MetricsAddress address) {
    this.address = address;
    this.meters = address == null ? null : new Meters();
  }

  /// @throws kabar.api.SettingsException if the address cannot be used, or a setting
  static Telemetry of(Settings settings) {
    return new Telemetry(address(settings).orElse(null));
  }

  /// Where to answer, empty if nowhere. May ask the name service.
  ///
  /// @throws kabar.api.SettingsException if the address cannot be used, or a setting
  static Optional<MetricsAddress> address(Settings settings) {
    var where = settings.get(ADDRESS);
    boolean isOpenToOthers = settings.get(INSECURE);
    settings.rejectUnknown();
    return where.equals(OFF)
        ? Optional.empty()
        : Optional.of(MetricsAddress.parse(where, isOpenToOthers));
  }

  /// Measures what a dispatcher does.
  CommandDispatcher around(CommandDispatcher dispatcher) {
    return meters == null ? dispatcher : meters.around(dispatcher);
  }

  /// Begins to answer.
  ///
  /// @throws IOException if the address cannot be had
  void open(Supplier<Health> health) throws IOException {
    if (address != null && meters != null) {
      status = StatusServer.open(address, meters::scrape, health);
    }
  }

  /// Watches a server that runs.
  void bind(ServerMeters server) {
    if (meters != null) {
      meters.bind(server);
    }
  }

  /// Where metrics are, empty if nowhere.
  Optional<URI> url() {
    return Optional.ofNullable(status).map(StatusServer::metricsUrl);
  }

  @Override
  public void close() {
    if (status != null) {
      status.close();
    }
    if (meters != null) {
      meters.close();
    }
  }
}
