package kabar.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// What Linux tells of a process, in its folder of `/proc`. Not thread-safe.
final class ProcessFigures {
  private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB$");

  private final Path folder;

  /// What each thread had used when last seen, so that those that ended still count.
  private final Map<Path, Long> nanosByThread = new HashMap<>();

  ProcessFigures(Path folder) {
    this.folder = folder;
  }

  /// The CPU time of all threads, user and system. From `schedstat`, in nanoseconds: `stat` counts
  /// in steps of 10 ms.
  Duration cpu() throws IOException {
    try (var threads = Files.newDirectoryStream(folder.resolve("task"))) {
      for (var thread : threads) {
        readThread(thread);
      }
    }
    long sum = nanosByThread.values().stream().mapToLong(Long::longValue).sum();
    return Duration.ofNanos(sum);
  }

  /// The memory that is resident, in bytes.
  long residentBytes() throws IOException {
    var status = Files.readString(folder.resolve("status"));
    var found = RESIDENT.matcher(status);
    if (!found.find()) {
      throw new BenchException("no VmRSS in " + folder.resolve("status"));
    }
    return Long.parseLong(found.group(1)) * 1024;
  }

  private void readThread(Path thread) throws IOException {
    try {
      var schedstat = Files.readString(thread.resolve("schedstat"));
      nanosByThread.put(thread, Long.parseLong(schedstat.substring(0, schedstat.indexOf(' '))));
    } catch (NoSuchFileException e) {
      // It has ended since the folder was listed.
    }
  }
}
