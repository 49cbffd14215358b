package kabar.tui.text;

import java.util.ArrayList;
import java.util.List;

/// Clean text broken into lines of a width.
///
/// A line breaks at spaces, which are dropped there, and between two wide characters, as East Asian
/// text is written without spaces. A word that is longer than a line is cut between clusters.
/// Indentation stays, but gives way to a word that fits only without it.
public final class Wrapping {
  /// A wide character needs them.
  private static final int FEWEST_CELLS = 2;

  private final int cells;
  private final List<String> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private int used;

  private Wrapping(int cells) {
    this.cells = Math.max(FEWEST_CELLS, cells);
  }

  /// The lines, at least one; a line break of the text ends one in any case. Takes time in
  /// proportion to the text's length.
  ///
  /// @param cells of a line; fewer than 2 count as 2
  public static List<String> lines(String clean, int cells) {
    var wrapping = new Wrapping(cells);
    for (var paragraph : clean.split("\n", -1)) {
      wrapping.add(paragraph);
    }
    return List.copyOf(wrapping.lines);
  }

  private void add(String paragraph) {
    if (CellWidth.ofText(paragraph) <= cells) {
      lines.add(paragraph);
      return;
    }
    var words = Word.of(paragraph);
    begin(words.getFirst());
    words.stream().skip(1).forEach(this::proceed);
    endLine();
  }

  private void begin(Word word) {
    putSpaces(CellWidth.fit(word.spaces(), Math.max(0, cells - word.cells())));
    putLetters(word);
  }

  private void proceed(Word word) {
    if (word.isEmpty()) {
      putSpaces(CellWidth.fit(word.spaces(), cells - used));
      return;
    }
    if (used + CellWidth.ofText(word.spaces()) + word.cells() <= cells) {
      putSpaces(word.spaces());
    } else {
      endLine();
    }
    putLetters(word);
  }

  private void putSpaces(String spaces) {
    put(spaces, CellWidth.ofText(spaces));
  }

  private void putLetters(Word word) {
    if (word.cells() <= cells) {
      put(word.letters(), word.cells());
    } else {
      cut(word.letters());
    }
  }

  private void cut(String letters) {
    for (var grapheme : Graphemes.of(letters)) {
      var width = CellWidth.of(grapheme);
      if (used + width > cells) {
        endLine();
      }
      put(grapheme, width);
    }
  }

  private void put(String text, int width) {
    line.append(text);
    used += width;
  }

  private void endLine() {
    lines.add(line.toString());
    line.setLength(0);
    used = 0;
  }
}
