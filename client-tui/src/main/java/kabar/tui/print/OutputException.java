package kabar.tui.print;

import java.io.IOException;

/// Says that what was asked for cannot be printed.
public final class OutputException extends IOException {
  /// What Linux says of a pipe that nobody reads any more (errno(3), EPIPE). Java knows no better.
  private static final String BROKEN_PIPE = "Broken pipe";

  OutputException(IOException cause) {
    super(String.valueOf(cause.getMessage()), cause);
  }

  /// Whether whoever read it has ended, as `head` does when it has seen enough.
  public boolean isPipeClosed() {
    return String.valueOf(getMessage()).contains(BROKEN_PIPE);
  }
}
