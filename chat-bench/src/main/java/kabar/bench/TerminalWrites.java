package kabar.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/// What `strace` has noted of a client's writes to its terminal.
record TerminalWrites(long calls, long bytes) {
  private static final String BEGIN = "(\\d+) +writev?\\(1, ";
  private static final Pattern WRITTEN = Pattern.compile(BEGIN + ".*\\) += (\\d+)");
  private static final Pattern BEGUN = Pattern.compile(BEGIN + ".* <unfinished \\.\\.\\.>");
  private static final Pattern ENDED =
      Pattern.compile("(\\d+) +<\\.\\.\\. writev? resumed>.*\\) += (\\d+)");

  /// What a client is to be run by.
  static List<String> tracer(Path trace) {
    return List.of(
        "strace",
        "-f",
        "-qq",
        "--seccomp-bpf",
        "-s",
        "0",
        "-e",
        "signal=none",
        "-e",
        "trace=write,writev",
        "-o",
        trace.toString());
  }

  /// All of them so far.
  static TerminalWrites read(Path trace) throws IOException {
    return of(Files.readAllLines(trace));
  }

  static TerminalWrites of(List<String> trace) {
    var writing = new HashSet<String>();
    var bytes = new ArrayList<Long>();
    for (var line : trace) {
      var written = WRITTEN.matcher(line);
      var begun = BEGUN.matcher(line);
      var ended = ENDED.matcher(line);
      if (written.matches()) {
        bytes.add(Long.parseLong(written.group(2)));
      } else if (begun.matches()) {
        writing.add(begun.group(1));
      } else if (ended.matches() && writing.remove(ended.group(1))) {
        // Others end writes to other files.
        bytes.add(Long.parseLong(ended.group(2)));
      }
    }
    return new TerminalWrites(bytes.size(), bytes.stream().mapToLong(Long::longValue).sum());
  }

  TerminalWrites since(TerminalWrites before) {
    return new TerminalWrites(calls - before.calls, bytes - before.bytes);
  }
}
