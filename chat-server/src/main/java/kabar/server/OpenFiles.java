package kabar.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// How many files and sockets this process may have open.
final class OpenFiles {
  private static final Path LIMITS = Path.of("/proc/self/limits");
  private static final Pattern SOFT_LIMIT = Pattern.compile("(?m)^Max open files +(\\d+) ");

  /// Where the system does not tell.
  private static final int ASSUMED = 10_000;

  /// Kept free for what is not a connection: jars, stores, logs.
  private static final int RESERVED = 256;

  private static final int MOST_CONNECTIONS = 100_000;
  private static final int FEWEST_CONNECTIONS = 16;

  private OpenFiles() {}

  /// The number of connections that this process has room for.
  static int room() {
    return connections(limit());
  }

  static int limit() {
    try {
      var found = SOFT_LIMIT.matcher(Files.readString(LIMITS));
      return found.find()
          ? (int) Math.min(Integer.MAX_VALUE, Long.parseLong(found.group(1)))
          : ASSUMED;
    } catch (IOException e) {
      return ASSUMED;
    }
  }

  /// The number of connections that so many open files leave room for.
  static int connections(int openFiles) {
    return Math.clamp(openFiles - RESERVED, FEWEST_CONNECTIONS, MOST_CONNECTIONS);
  }
}
