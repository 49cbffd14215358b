package kabar.tui.text;

import java.util.ArrayList;
import java.util.List;

/// What a line does not break within, after the spaces before it.
///
/// @param letters empty if the spaces are the last of a text
record Word(String spaces, String letters) {

  /// The words of a text without line breaks, at least one; together they are the text.
  static List<Word> of(String paragraph) {
    var words = new ArrayList<Word>();
    var spaces = new StringBuilder();
    var letters = new StringBuilder();
    var previous = "";
    for (var grapheme : Graphemes.of(paragraph)) {
      if (!letters.isEmpty() && isBreakable(previous, grapheme)) {
        words.add(new Word(spaces.toString(), letters.toString()));
        spaces.setLength(0);
        letters.setLength(0);
      }
      (isSpace(grapheme) ? spaces : letters).append(grapheme);
      previous = grapheme;
    }
    words.add(new Word(spaces.toString(), letters.toString()));
    return words;
  }

  int width() {
    return CellWidth.ofText(letters);
  }

  boolean isEmpty() {
    return letters.isEmpty();
  }

  private static boolean isBreakable(String before, String after) {
    return isSpace(after) || (isLastOfWord(before) && isFirstOfWord(after));
  }

  private static boolean isLastOfWord(String before) {
    return CellWidth.of(before) == 2 && !opens(before.codePointAt(0));
  }

  private static boolean isFirstOfWord(String after) {
    return CellWidth.of(after) == 2 && !closes(after.codePointAt(0));
  }

  /// Not a space that forbids a break, U+00A0 for one; nor one that carries a mark.
  private static boolean isSpace(String grapheme) {
    return grapheme.length() == 1 && Character.isWhitespace(grapheme.charAt(0));
  }

  private static boolean opens(int point) {
    return Character.getType(point) == Character.START_PUNCTUATION;
  }

  private static boolean closes(int point) {
    return switch (Character.getType(point)) {
      case Character.END_PUNCTUATION, Character.OTHER_PUNCTUATION -> true;
      default -> false;
    };
  }
}
