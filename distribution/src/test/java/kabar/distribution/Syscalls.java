package kabar.distribution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads what `strace -f -y` wrote: a line for each system call, in the order in which things
/// happened. A call during which others went on is two lines, one for its begin and one for its
/// end.
final class Syscalls {
  private static final String SYNC = "(\\d+) +f(?:data)?sync\\(\\d+<[^>]*-wal>";
  private static final Pattern SYNCED = Pattern.compile(SYNC + "\\) += 0");
  private static final Pattern SYNC_BEGINS = Pattern.compile(SYNC + " <unfinished \\.\\.\\.>");
  private static final Pattern SYNC_ENDS =
      Pattern.compile("(\\d+) +<\\.\\.\\. f(?:data)?sync resumed>.*\\) += 0");
  private static final Pattern OK =
      Pattern.compile("\\d+ +(?:write|writev|sendto)\\(.*Message Sent.*");

  private final List<Integer> syncsBeforeOks = new ArrayList<>();
  private final Set<String> syncing = new HashSet<>();
  private int syncs;

  private Syscalls() {}

  /// How often the store's log was synced, to the end, between each OK to a `send` and the one
  /// before it.
  static List<Integer> syncsBeforeOks(List<String> trace) {
    var calls = new Syscalls();
    trace.forEach(calls::read);
    return List.copyOf(calls.syncsBeforeOks);
  }

  private void read(String line) {
    var begins = SYNC_BEGINS.matcher(line);
    var ends = SYNC_ENDS.matcher(line);
    if (SYNCED.matcher(line).matches()) {
      syncs++;
    } else if (begins.matches()) {
      syncing.add(begins.group(1));
    } else if (ends.matches()) {
      // Others sync other files.
      syncs += syncing.remove(ends.group(1)) ? 1 : 0;
    } else if (OK.matcher(line).matches()) {
      syncsBeforeOks.add(syncs);
      syncs = 0;
    }
  }
}
