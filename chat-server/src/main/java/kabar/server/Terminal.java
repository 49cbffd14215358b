package kabar.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Whether somebody sits at the other end of a stream. Java cannot tell of each stream alone; on
/// Linux its descriptor can.
enum Terminal {
  INPUT(0),
  ERRORS(2);

  private final Path descriptor;

  Terminal(int number) {
    this.descriptor = Path.of("/proc/self/fd/" + number);
  }

  boolean isThere() {
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
