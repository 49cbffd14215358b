package kabar.tui;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import kabar.api.ProviderException;
import kabar.api.SettingsException;
import kabar.protocol.print.Printable;
import kabar.tui.print.OutputException;
import kabar.tui.words.Language;
import kabar.tui.words.Phrase;

/// Why something was not done, for whoever asked for it.
///
/// @param sentence empty if nobody could read it
record Failure(ExitCode code, String sentence) {

  /// What this means; empty for a bug.
  static Optional<Failure> from(Exception e) {
    return Optional.ofNullable(
        switch (e) {
          case NotDoneException notDone -> new Failure(notDone.code(), notDone.sentence());
          case SettingsException _, ProviderException _ -> of(ExitCode.USAGE, e);
          case OutputException lost when lost.isPipeClosed() ->
              new Failure(ExitCode.PIPE_CLOSED, "");
          case OutputException lost -> new Failure(ExitCode.FILES, outputLost(lost));
          case IOException _ -> of(ExitCode.FILES, e);
          default -> null;
        });
  }

  private static Failure of(ExitCode code, Exception e) {
    return new Failure(code, String.valueOf(e.getMessage()));
  }

  private static String outputLost(OutputException lost) {
    return Phrase.OUTPUT_LOST.in(Language.of(System.getenv()), String.valueOf(lost.getMessage()));
  }

  /// Says it on one line, whatever it quotes.
  ///
  /// @return the exit code
  int tell(PrintWriter err) {
    if (!sentence.isEmpty()) {
      err.println("kabar: " + Printable.of(sentence));
    }
    return code.number();
  }
}
