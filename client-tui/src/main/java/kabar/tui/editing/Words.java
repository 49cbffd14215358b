package kabar.tui.editing;

import java.util.function.IntPredicate;

/// Where words begin and end in a text, as indexes in chars.
final class Words {
  private Words() {}

  /// The begin of the word of letters, digits and marks before an index.
  static int leftOf(String text, int index) {
    return back(text, back(text, index, code -> !isOfWord(code)), Words::isOfWord);
  }

  /// The begin of what stands between white space before an index.
  static int leftOfSpaced(String text, int index) {
    return startOfSpaced(text, back(text, index, Character::isWhitespace));
  }

  /// The begin of what stands directly before an index without white space; the index itself if
  /// nothing does.
  static int startOfSpaced(String text, int index) {
    return back(text, index, code -> !Character.isWhitespace(code));
  }

  /// The end of the word of letters, digits and marks after an index.
  static int rightOf(String text, int index) {
    return forth(text, forth(text, index, code -> !isOfWord(code)), Words::isOfWord);
  }

  private static int back(String text, int index, IntPredicate passes) {
    int at = index;
    while (at > 0 && passes.test(text.codePointBefore(at))) {
      at -= Character.charCount(text.codePointBefore(at));
    }
    return at;
  }

  private static int forth(String text, int index, IntPredicate passes) {
    int at = index;
    while (at < text.length() && passes.test(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  private static boolean isOfWord(int code) {
    return Character.isLetterOrDigit(code)
        || switch (Character.getType(code)) {
          case Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.ENCLOSING_MARK ->
              true;
          default -> code == '_';
        };
  }
}
