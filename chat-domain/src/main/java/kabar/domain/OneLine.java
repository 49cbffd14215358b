package kabar.domain;

/// The rule for short texts that users write for others to see in one line.
final class OneLine {
  private OneLine() {}

  /// Whether a text has no more than so many characters and nothing that breaks a line, turns its
  /// direction around, or cannot be shown.
  static boolean isValid(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        && text.codePoints().allMatch(OneLine::isAllowed);
  }

  private static boolean isAllowed(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.FORMAT -> isJoiner(codePoint);
      default -> codePoint != '[' && codePoint != ']';
    };
  }

  /// Zero-width joiner and non-joiner: parts of words in some scripts, and of emoji.
  private static boolean isJoiner(int codePoint) {
    return codePoint == 0x200D || codePoint == 0x200C;
  }
}
