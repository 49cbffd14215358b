package kabar.tui.text;

/// What a single code point is, where the JDK has no method for it.
final class CodePoints {
  static final int ZERO_WIDTH_JOINER = 0x200D;
  static final int EMOJI_STYLE = 0xFE0F;

  private CodePoints() {}

  /// Unicode's Prepended_Concatenation_Mark: format characters that are drawn, under digits.
  static boolean isPrefix(int point) {
    return isIn(0x600, point, 0x605)
        || point == 0x6DD
        || point == 0x70F
        || point == 0x890
        || point == 0x891
        || point == 0x8E2
        || point == 0x110BD
        || point == 0x110CD;
  }

  /// Whether it is drawn over the character before it, or around it, or beside it.
  static boolean isMark(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          true;
      default -> false;
    };
  }

  /// Whether it is meant not to be seen: format characters, and what else Unicode calls
  /// Default_Ignorable, but the fillers of Hangul syllables, which stand for a letter.
  static boolean isInvisible(int point) {
    return (Character.getType(point) == Character.FORMAT && !isPrefix(point))
        || point == 0x34F
        || point == 0x17B4
        || point == 0x17B5
        || isIn(0x180B, point, 0x180F)
        || point == 0x2065
        || point == 0x3164
        || isIn(0xFE00, point, 0xFE0F)
        || point == 0xFFA0
        || isIn(0xFFF0, point, 0xFFF8)
        || isIn(0xE0000, point, 0xE0FFF);
  }

  static boolean isTag(int point) {
    return isIn(0xE0020, point, 0xE007F);
  }

  /// Whether no text may hold it: half a surrogate pair, or what Unicode will never assign.
  static boolean isNoCharacter(int point) {
    return Character.getType(point) == Character.SURROGATE
        || (point & 0xFFFE) == 0xFFFE
        || isIn(0xFDD0, point, 0xFDEF);
  }

  private static boolean isIn(int first, int point, int last) {
    return first <= point && point <= last;
  }
}
