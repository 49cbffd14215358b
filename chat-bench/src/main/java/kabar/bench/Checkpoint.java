package kabar.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;

/// The moment in which a store copies its log into its file.
final class Checkpoint {
  private static final Duration LOOKS_APART = Duration.ofMillis(1);

  private Checkpoint() {}

  /// Waits until a database file in a folder is written to, which happens then and only then.
  ///
  /// @param longest gives up after this: the kill is one like any other then
  static void await(Path folder, Duration longest) throws IOException {
    long end = System.nanoTime() + longest.toNanos();
    var before = written(folder);
    while (written(folder).equals(before) && System.nanoTime() < end) {
      try {
        Thread.sleep(LOOKS_APART);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new BenchException("interrupted");
      }
    }
  }

  private static FileTime written(Path folder) throws IOException {
    var newest = FileTime.fromMillis(0);
    try (var files = Files.newDirectoryStream(folder, "*.db")) {
      for (var file : files) {
        var time = Files.getLastModifiedTime(file);
        newest = time.compareTo(newest) > 0 ? time : newest;
      }
    }
    return newest;
  }
}
