package kabar.tui;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import kabar.api.Providers;
import kabar.api.transport.TransportProvider;
import kabar.protocol.print.Terminal;

/// What a command finds around it; tests have their own.
///
/// @param environment its variables
/// @param in what it may read
/// @param out where it prints what was asked for; its errors are told, unlike those of
///     {@link System#out}
/// @param transports what there is to reach servers with
/// @param zone in which people read times
/// @param terminals which of its streams are terminals
record Surroundings(
    Map<String, String> environment,
    InputStream in,
    OutputStream out,
    Supplier<Providers<TransportProvider>> transports,
    ZoneId zone,
    Predicate<Terminal> terminals) {

  /// Those of this process.
  static Surroundings ofProcess() {
    return new Surroundings(
        System.getenv(),
        System.in,
        new FileOutputStream(FileDescriptor.out),
        Kabar::transports,
        ZoneId.systemDefault(),
        Terminal::isThere);
  }

  /// Whether letters may be bold: not into files, and not for who wants none (no-color.org).
  boolean isStyled() {
    return terminals.test(Terminal.OUTPUT)
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.getOrDefault("TERM", "dumb"));
  }
}
