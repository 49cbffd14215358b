package kabar.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;

/// What the figures were measured on.
final class Machine {
  private static final Pattern MODEL = Pattern.compile("(?m)^model name\\s*: (.+)$");

  private Machine() {}

  static String describe() {
    return "%s · %d cores, %s · %s %s · Java %s"
        .formatted(
            LocalDate.now(ZoneId.systemDefault()),
            Runtime.getRuntime().availableProcessors(),
            cpu(),
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            Runtime.version());
  }

  /// How many processes wanted to run, over the last 1, 5 and 15 minutes: well above what the
  /// measurement itself needs, the machine is busy with something else.
  static String loadAverage() {
    var fields = read("/proc/loadavg").split(" ", 4);
    return fields.length == 4 ? String.join(" ", fields[0], fields[1], fields[2]) : "unknown";
  }

  private static String cpu() {
    var model = MODEL.matcher(read("/proc/cpuinfo"));
    return model.find() ? model.group(1).strip() : System.getProperty("os.arch");
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      return "";
    }
  }
}
