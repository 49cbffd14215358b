package kabar.tui;

import kabar.tui.words.Phrase;

/// Text of the command line, which Java reads in the character set of the environment.
final class Argument {
  private static final char UNREADABLE = '\uFFFD';

  private Argument() {}

  /// The same text, if it came through whole.
  ///
  /// @throws NotDoneException if it did not
  static String readable(Errand errand, String name, String text) throws NotDoneException {
    if (text.indexOf(UNREADABLE) >= 0) {
      throw new NotDoneException(
          ExitCode.USAGE, errand.say(Phrase.UNREADABLE_ARGUMENT, name, text));
    }
    return text;
  }
}
