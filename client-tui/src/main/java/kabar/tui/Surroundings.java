package kabar.tui;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
/// @param seat who sits at the terminal
/// @param image the folder that the program is packed in
record Surroundings(
    Map<String, String> environment,
    InputStream in,
    OutputStream out,
    Supplier<Providers<TransportProvider>> transports,
    ZoneId zone,
    Seat seat,
    Path image) {

  /// Those of this process.
  static Surroundings ofProcess() {
    return new Surroundings(
        System.getenv(),
        System.in,
        new FileOutputStream(FileDescriptor.out),
        Kabar::transports,
        ZoneId.systemDefault(),
        Seat.ofProcess(),
        Path.of(System.getProperty("java.home")));
  }

  /// Whether letters may be bold: not into files, and not for who wants none (no-color.org).
  boolean isStyled() {
    return seat.terminals().test(Terminal.OUTPUT)
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !isDumb();
  }

  /// Whether there can be lines only: a pipe at either end, or a terminal that can do no more.
  boolean isLinesOnly() {
    return !seat.isTaken() || isDumb();
  }

  /// Whether the terminal shows nothing but ASCII, by the first of `LC_ALL`, `LC_CTYPE` and `LANG`
  /// that is set (POSIX.1-2017 §8.2): Java itself does not tell (JEP 400).
  boolean isAscii() {
    return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
        .map(variable -> environment.getOrDefault(variable, ""))
        .filter(locale -> !locale.isEmpty())
        .findFirst()
        .filter(locale -> locale.toLowerCase(Locale.ROOT).matches(".*utf-?8.*"))
        .isEmpty();
  }

  private boolean isDumb() {
    return "dumb".equals(environment.getOrDefault("TERM", "dumb"));
  }
}
