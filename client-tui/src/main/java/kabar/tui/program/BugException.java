package kabar.tui.program;

/// The screen's thread met a bug of ours. The terminal was given back before this is thrown.
public final class BugException extends RuntimeException {
  BugException(Throwable bug) {
    super(bug);
  }
}
