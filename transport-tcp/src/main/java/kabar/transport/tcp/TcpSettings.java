package kabar.transport.tcp;

import java.util.ArrayList;
import java.util.List;
import kabar.api.Form;
import kabar.api.Option;
import kabar.api.Settings;
import kabar.api.transport.TransportLimits;

/// The settings of this transport.
///
/// @param limits what all transports understand
/// @param loops threads that serve connections (`loops`); half of the cores by default, one loop
///     having been faster than two on two cores
/// @param backlog connections that the system keeps until they are accepted (`backlog`)
/// @param insecure whether listeners may be reached from other machines, in plain text (`insecure`)
record TcpSettings(TransportLimits limits, int loops, int backlog, boolean insecure) {
  private static final Option<Boolean> INSECURE =
      Option.of(
          "insecure",
          Form.flag(),
          false,
          "Whether other machines may connect, although nothing is encrypted");
  private static final Option<Integer> LOOPS =
      Option.of(
              "loops",
              Form.wholeNumber(1, 1024),
              1,
              "Threads that serve connections, one loop each")
          .orElse(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), "half of the cores");
  private static final Option<Integer> BACKLOG =
      Option.of(
          "backlog",
          Form.wholeNumber(1, 1_000_000),
          4096,
          "Connections that the system keeps until they are accepted");

  static List<Option<?>> options() {
    var options = new ArrayList<Option<?>>(List.of(INSECURE, LOOPS, BACKLOG));
    options.addAll(TransportLimits.OPTIONS);
    return List.copyOf(options);
  }

  static TcpSettings from(Settings settings) {
    var read =
        new TcpSettings(
            TransportLimits.from(settings),
            settings.get(LOOPS),
            settings.get(BACKLOG),
            settings.get(INSECURE));
    settings.rejectUnknown();
    return read;
  }
}
