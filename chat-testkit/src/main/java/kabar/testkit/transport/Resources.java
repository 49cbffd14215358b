package kabar.testkit.transport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What this process holds of the system.
final class Resources {
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  private Resources() {}

  /// Threads, and open descriptors where the system tells of them.
  static long inUse() throws IOException {
    long threads = Thread.getAllStackTraces().size();
    if (!Files.isDirectory(DESCRIPTORS)) {
      return threads;
    }
    try (var descriptors = Files.list(DESCRIPTORS)) {
      return threads + descriptors.count();
    }
  }
}
