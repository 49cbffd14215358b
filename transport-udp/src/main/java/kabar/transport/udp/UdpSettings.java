package kabar.transport.udp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kabar.api.Form;
import kabar.api.Option;
import kabar.api.Settings;
import kabar.api.transport.TransportLimits;

/// The settings of this transport.
///
/// @param limits what all transports understand
/// @param bufferBytes how much the system is asked to keep until it is read
/// (`receive-buffer-bytes`)
/// @param connectTimeout how long a connect waits for an answer (`connect-timeout`)
/// @param insecure whether listeners may be reached from other machines, in plain text (`insecure`)
record UdpSettings(
    TransportLimits limits, int bufferBytes, Duration connectTimeout, boolean insecure) {
  private static final Option<Boolean> INSECURE =
      Option.of(
          "insecure",
          Form.flag(),
          false,
          "Whether other machines may connect, although nothing is encrypted");
  private static final Option<Integer> BUFFER_BYTES =
      Option.of(
          "receive-buffer-bytes",
          Form.wholeNumber(4_096, 64 * 1024 * 1024),
          4 * 1024 * 1024,
          "Bytes that the system is asked to keep for a socket until they are read");
  private static final Option<Duration> CONNECT_TIMEOUT =
      Option.of(
          "connect-timeout",
          Form.duration(),
          Duration.ofSeconds(5),
          "How long a connect waits for an answer");

  static List<Option<?>> options() {
    var options = new ArrayList<Option<?>>(List.of(INSECURE, BUFFER_BYTES, CONNECT_TIMEOUT));
    options.addAll(TransportLimits.OPTIONS);
    return List.copyOf(options);
  }

  static UdpSettings from(Settings settings) {
    var read =
        new UdpSettings(
            TransportLimits.from(settings),
            settings.get(BUFFER_BYTES),
            settings.get(CONNECT_TIMEOUT),
            settings.get(INSECURE));
    settings.rejectUnknown();
    return read;
  }
}
