package kabar.server;

import kabar.server.control.RefusedException;

/// Text of the command line, which Java reads in the character set of the environment.
final class Argument {
  private static final char UNREADABLE = '\uFFFD';

  private Argument() {}

  /// The same text, if it came through whole.
  static String readable(String option, String text) {
    if (text.indexOf(UNREADABLE) >= 0) {
      throw new RefusedException(
          "%s: cannot read '%s' in the character set of this environment (expected one that has it:"
                  .formatted(option, text)
              + " LC_ALL=C.UTF-8)");
    }
    return text;
  }
}
