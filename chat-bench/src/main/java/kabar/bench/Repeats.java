package kabar.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Counts what was sent a second time.
final class Repeats {
  private static final Path SNMP = Path.of("/proc/self/net/snmp");
  private static final String COLUMN = "RetransSegs";
  private static final Pattern BY_UDP =
      Pattern.compile("(?m)^kabar_transport_packets_retransmitted\\S* (\\S+)$");

  private Repeats() {}

  /// TCP segments, of everybody in the network that this program is in.
  static long overTcp() throws IOException {
    return inSnmp(Files.readString(SNMP));
  }

  /// Packets of a server over UDP, told by its metrics; what its clients repeat is not in it.
  static long overUdp(URI metrics) throws IOException {
    try (var stream = metrics.toURL().openStream()) {
      return inMetrics(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /// Two lines begin with `Tcp:`, one of names and one of numbers.
  static long inSnmp(String snmp) throws BenchException {
    var lines = snmp.lines().filter(line -> line.startsWith("Tcp:")).toList();
    if (lines.size() == 2) {
      var names = lines.getFirst().split(" ", -1);
      var numbers = lines.getLast().split(" ", -1);
      for (int i = 0; i < Math.min(names.length, numbers.length); i++) {
        if (names[i].equals(COLUMN)) {
          return Long.parseLong(numbers[i]);
        }
      }
    }
    throw new BenchException("no %s in %s".formatted(COLUMN, SNMP));
  }

  /// The sum over all listeners.
  static long inMetrics(String metrics) {
    return (long)
        BY_UDP
            .matcher(metrics)
            .results()
            .map(MatchResult::group)
            .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
            .sum();
  }
}
