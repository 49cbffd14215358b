package kabar.tui.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kabar.tui.text.CellWidth;
import kabar.tui.text.Wrapping;

/// A line of a message's text.
///
/// @param text clean
/// @param isWhole whether it is a link that needs the whole width, so that it can be copied
record TextLine(String text, boolean isWhole) {
  private static final Pattern LINK = Pattern.compile("[a-z][a-z0-9+.-]*://\\S+");

  /// @param clean may have several lines
  /// @param cells how wide they are
  /// @param wholeCells how wide a link may be that is not broken
  static List<TextLine> of(String clean, int cells, int wholeCells) {
    var lines = new ArrayList<TextLine>();
    int from = 0;
    if (clean.contains("://") && wholeCells > cells) {
      var links = LINK.matcher(clean);
      while (links.find()) {
        int width = CellWidth.ofText(links.group());
        if (width > cells && width <= wholeCells) {
          add(lines, clean.substring(from, links.start()), cells);
          lines.add(new TextLine(links.group(), true));
          from = links.end();
        }
      }
    }
    var rest = clean.substring(from);
    if (from == 0 || !rest.isBlank()) {
      wrap(lines, from == 0 ? rest : rest.stripLeading(), cells);
    }
    return lines;
  }

  private static void add(List<TextLine> lines, String before, int cells) {
    if (!before.isBlank()) {
      wrap(lines, before.strip(), cells);
    }
  }

  private static void wrap(List<TextLine> lines, String text, int cells) {
    Wrapping.lines(text, cells).forEach(line -> lines.add(new TextLine(line, false)));
  }

  /// Where the links in it are.
  static Pattern link() {
    return LINK;
  }
}
