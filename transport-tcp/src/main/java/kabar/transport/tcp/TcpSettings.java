package kabar.transport.tcp;

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

  static TcpSettings from(Settings settings) {
    int defaultLoops = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    var read =
        new TcpSettings(
            TransportLimits.from(settings),
            settings.integer("loops", defaultLoops, 1, 1024),
            settings.integer("backlog", 4096, 1, 1_000_000),
            settings.flag("insecure", false));
    settings.rejectUnknown();
    return read;
  }
}
