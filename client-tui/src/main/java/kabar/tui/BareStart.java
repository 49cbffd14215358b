package kabar.tui;

import java.io.IOException;
import java.io.PrintWriter;

/// `kabar` without another word, as people start it. There is no command line to read then, and
/// reading one takes longer than all else up to the first picture.
final class BareStart {
  /// Picocli's, for the commands.
  private static final int CODE_OF_BUGS = 1;

  private final Surroundings surroundings;
  private final PrintWriter err;

  BareStart(Surroundings surroundings, PrintWriter err) {
    this.surroundings = surroundings;
    this.err = err;
  }

  /// Opens the chat, as the command line would.
  ///
  /// @return the exit code
  int run() {
    try {
      new Opening(Request.USUAL.errand(surroundings, err, false), Manner.USUAL).show();
      return ExitCode.DONE.number();
    } catch (NotDoneException | IOException | InterruptedException | RuntimeException e) {
      return Failure.from(e).map(failure -> failure.tell(err)).orElseGet(() -> bug(e));
    }
  }

  private int bug(Exception e) {
    e.printStackTrace(err);
    return CODE_OF_BUGS;
  }
}
