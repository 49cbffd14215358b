package kabar.tui.text;

import java.util.ArrayList;
import java.util.List;

/// What a line does not break within, after the spaces before it.
///
/// @param letters empty if the spaces are the last of a text
/// @param cells of the letters
record Word(String spaces, String letters, int cells) {

  /// The words of a text without line breaks, at least one; together they are the text.
  static List<Word> of(String paragraph) {
    var words = new ArrayList<Word>();
    var begun = new Begun();
    var previous = "";
    for (var grapheme : Graphemes.of(paragraph)) {
      if (begun.hasLetters() && isBreakable(previous, grapheme)) {
        words.add(begun.end());
      }
      begun.add(grapheme);
      previous = grapheme;
    }
    words.add(begun.end());
    return words;
  }

  boolean isEmpty() {
    return letters.isEmpty();
  }

  private static boolean isBreakable(String before, String after) {
    return isSpace(after) || (isLastOfWord(before) && isFirstOfWord(after));
  }

  /// Not a space that forbids a break, U+00A0 for one; nor one that carries a mark.
  private static boolean isSpace(String grapheme) {
    return grapheme.length() == 1 && Character.isWhitespace(grapheme.charAt(0));
  }

  private static boolean isLastOfWord(String before) {
    return CellWidth.of(before) == 2
        && Character.getType(before.codePointAt(0)) != Character.START_PUNCTUATION;
  }

  private static boolean isFirstOfWord(String after) {
    return CellWidth.of(after) == 2 && !closes(after.codePointAt(0));
  }

  private static boolean closes(int point) {
    return switch (Character.getType(point)) {
      case Character.END_PUNCTUATION, Character.OTHER_PUNCTUATION -> true;
      default -> false;
    };
  }

  /// The word that is being read.
  private static final class Begun {
    private final StringBuilder spaces = new StringBuilder();
    private final StringBuilder letters = new StringBuilder();
    private int cells;

    boolean hasLetters() {
      return !letters.isEmpty();
    }

    void add(String grapheme) {
      if (isSpace(grapheme)) {
        spaces.append(grapheme);
      } else {
        letters.append(grapheme);
        cells += CellWidth.of(grapheme);
      }
    }

    Word end() {
      var word = new Word(spaces.toString(), letters.toString(), cells);
      spaces.setLength(0);
      letters.setLength(0);
      cells = 0;
      return word;
    }
  }
}
