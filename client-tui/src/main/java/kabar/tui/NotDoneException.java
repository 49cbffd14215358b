package kabar.tui;

/// Ends a command that cannot do what it should, with an exit code and a sentence in the language
/// of its user.
final class NotDoneException extends Exception {
  private final ExitCode code;

  NotDoneException(ExitCode code, String sentence) {
    super(sentence);
    this.code = code;
  }

  ExitCode code() {
    return code;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
