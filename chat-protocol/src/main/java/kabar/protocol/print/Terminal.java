package kabar.protocol.print;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Whether somebody sits at the other end of a stream of this process. Java cannot tell of each
/// stream alone; on Linux its descriptor can.
public enum Terminal {
  /// Where it reads.
  INPUT(0),
  /// Where it prints what was asked for.
  OUTPUT(1),
  /// Where it prints everything else.
  ERRORS(2);

  private final Path descriptor;

  Terminal(int number) {
    this.descriptor = Path.of("/proc/self/fd/" + number);
  }

  /// Whether it is a terminal; no, where that cannot be found out.
  public boolean isThere() {
    try {
      var target = Files.readSymbolicLink(descriptor).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
