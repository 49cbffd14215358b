package kabar.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// How long this process has been running, loading Java included, as Linux tells (`proc(5)`).
final class ProcessAge {
  /// The unit of times in `stat`, which Linux fixes for programs.
  private static final int TICKS_PER_SECOND = 100;

  private static final int START_TIME_AFTER_NAME = 19;

  private ProcessAge() {}

  /// In milliseconds, a hundredth of a second exact; empty where the system does not tell.
  static Optional<Long> millis() {
    try {
      var stat = Files.readString(Path.of("/proc/self/stat"));
      var uptime = Files.readString(Path.of("/proc/uptime"));
      var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      long startTicks = Long.parseLong(fields[START_TIME_AFTER_NAME]);
      double upMillis = Double.parseDouble(uptime.substring(0, uptime.indexOf(' '))) * 1_000;
      return Optional.of(Math.round(upMillis) - startTicks * 1_000 / TICKS_PER_SECOND);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
