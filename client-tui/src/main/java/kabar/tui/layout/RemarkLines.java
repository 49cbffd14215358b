package kabar.tui.layout;

import java.util.ArrayList;
import java.util.List;
import kabar.tui.paint.Glyphs;
import kabar.tui.state.Overlay;
import kabar.tui.state.TuiState;
import kabar.tui.text.CellWidth;
import kabar.tui.text.Clean;
import kabar.tui.text.Wrapping;
import kabar.tui.words.Phrase;

/// What the error line says: a remark, or a question that waits for a yes.
final class RemarkLines {

  private RemarkLines() {}

  static List<String> of(TuiState state) {
    var sentence = sentence(state);
    if (sentence.isEmpty()) {
      return List.of();
    }
    // A cell is left free on each side, and two for a sign.
    int cells = state.size().columns() - 4;
    var lines = Wrapping.lines(Clean.line(sentence), cells);
    int most = most(state);
    return lines.size() <= most ? lines : cut(state, lines.subList(0, most), cells);
  }

  /// A question is to be read whole, if the screen allows.
  private static int most(TuiState state) {
    int rows = state.size().rows();
    return state.overlay() instanceof Overlay.PasteQuestion
            || state.overlay() instanceof Overlay.QuitQuestion
        ? Math.max(1, rows - 4)
        : Math.clamp(rows / 4, 1, 3);
  }

  /// The last line tells that there is more, which is to be read in the list of remarks.
  private static List<String> cut(TuiState state, List<String> lines, int cells) {
    var glyphs = Glyphs.of(state.settings().isAscii());
    var cut = new ArrayList<>(lines);
    var last = cut.removeLast();
    cut.add(CellWidth.ofText(last) < cells ? last + glyphs.cut() : glyphs.fit(last + " ", cells));
    return cut;
  }

  private static String sentence(TuiState state) {
    var sentences = state.settings().sentences();
    return switch (state.overlay()) {
      case Overlay.PasteQuestion(var text) ->
          sentences.say(Phrase.LARGE_PASTE, text.lines().count(), text.codePoints().count());
      case Overlay.QuitQuestion() ->
          sentences.say(Phrase.QUIT_WITH_OUTBOX, state.lists().outbox().size());
      case Overlay.None(),
          Overlay.Help _,
          Overlay.GoTo _,
          Overlay.Search _,
          Overlay.Select _,
          Overlay.Remarks _,
          Overlay.Connection(),
          Overlay.Bare() ->
          state.moment().remark();
    };
  }
}
