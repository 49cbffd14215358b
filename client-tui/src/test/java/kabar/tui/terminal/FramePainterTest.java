package kabar.tui.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.terminal.virtual.DefaultVirtualTerminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import kabar.tui.keys.KeyDecoder.Pastes;
import kabar.tui.paint.Drawing;
import kabar.tui.paint.Ink;
import kabar.tui.paint.Size;
import kabar.tui.paint.Theme;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class FramePainterTest {
  private static final Abilities ALL = new Abilities(Colors.DIRECT, true, Pastes.MARKED);
  private static final Theme THEME = Theme.TERMINAL;

  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private final OneWrite out = new OneWrite(sent);
  private final TtyTerminal terminal = new TtyTerminal(out, () -> new Size(80, 24));
  private final FramePainter painter = new FramePainter(terminal, ALL);

  @Test
  void writesNothingWhereNothingDiffers() throws IOException {
    painted(new Drawing(20, 2).text(0, 0, "hello").cursor(5, 0));

    var again = painted(new Drawing(20, 2).text(0, 0, "hello").cursor(5, 0));

    assertThat(again).isEmpty();
  }

  @Test
  void writesTheOneCellThatDiffersAndShowsTheCursorAfterIt() throws IOException {
    painted(new Drawing(80, 24).text(0, 23, "> a").cursor(3, 23));

    var typed = painted(new Drawing(80, 24).text(0, 23, "> ab").cursor(4, 23));

    assertThat(typed).isEqualTo("^[[?25l^[[24;4Hb^[[24;5H^[[?25h");
  }

  @Test
  void onlyMovesTheCursorWhereOnlyTheCursorMoved() throws IOException {
    painted(new Drawing(80, 24).cursor(3, 23));

    var moved = painted(new Drawing(80, 24).cursor(2, 23));

    assertThat(moved).isEqualTo("^[[24;3H");
  }

  @Test
  void hidesTheCursorWhereAFrameHasNone() throws IOException {
    painted(new Drawing(80, 24).cursor(3, 23));

    var hidden = painted(new Drawing(80, 24));

    assertThat(hidden).isEqualTo("^[[?25l");
  }

  @Test
  void writesAFewUnchangedCellsRatherThanMovingOverThem() throws IOException {
    painted(new Drawing(40, 1).text(0, 0, "10:01 carol nice"));

    var changed = painted(new Drawing(40, 1).text(0, 0, "20:02 carol rice"));

    assertThat(changed).isEqualTo("^[[1;1H20:02^[[1;13Hr");
  }

  @Test
  void theFirstFrameIsPaintedWholeAndNothingIsCleared() throws IOException {
    var first = painted(new Drawing(5, 2).text(1, 0, "hi"));

    assertThat(first).isEqualTo("^[[?25l^[[1;1H hi  ^[[2;1H     ");
  }

  @Test
  void aFrameOfAnotherSizeIsPaintedWhole() throws IOException {
    painted(new Drawing(5, 1).text(0, 0, "hi"));

    var wider = painted(new Drawing(6, 1).text(0, 0, "hi"));

    assertThat(wider).isEqualTo("^[[1;1Hhi    ");
  }

  @Test
  void afterItForgotTheScreenAFrameIsPaintedWhole() throws IOException {
    painted(new Drawing(5, 1).text(0, 0, "hi"));

    painter.forget();

    assertThat(painted(new Drawing(5, 1).text(0, 0, "hi"))).isEqualTo("^[[?25l^[[1;1Hhi   ");
  }

  @Test
  void repaintsTheLatestFrameUnlessTheSizeIsAnother() throws IOException {
    painted(new Drawing(5, 1).text(0, 0, "hi"));
    painter.forget();

    painter.repaint(new Size(6, 1));
    assertThat(taken()).isEmpty();
    painter.repaint(new Size(5, 1));
    assertThat(taken()).isEqualTo("^[[?25l^[[1;1Hhi   ");
  }

  @Nested
  final class Looks {
    @Test
    void isSetWhereItChangesAndLeftPlain() throws IOException {
      painted(new Drawing(8, 1));

      var styled = painted(new Drawing(8, 1).text(0, 0, "no", Ink.ERROR).text(2, 0, "yes"));

      assertThat(styled).isEqualTo("^[[1;1H^[[0m^[[1m^[[31mno^[[0myes");
    }

    @Test
    void aCellThatOnlyLooksDifferentIsPaintedAgain() throws IOException {
      painted(new Drawing(8, 1).text(0, 0, "no"));

      var styled = painted(new Drawing(8, 1).text(0, 0, "no", Ink.ERROR));

      assertThat(styled).isEqualTo("^[[1;1H^[[0m^[[1m^[[31mno^[[0m");
    }

    @Test
    void faintIsFaint() throws IOException {
      painted(new Drawing(8, 1));

      var styled = painted(new Drawing(8, 1).text(0, 0, "10:07", Ink.FAINT));

      assertThat(styled).isEqualTo("^[[1;1H^[[0m^[[2m10:07^[[0m");
    }

    @Test
    void areReducedToWhatTheTerminalHas() throws IOException {
      var colourless = new FramePainter(terminal, new Abilities(Colors.NONE, true, Pastes.MARKED));

      colourless.paint(new Drawing(2, 1).text(0, 0, "no", Ink.ERROR).canvas(), THEME);

      assertThat(taken()).contains("^[[0m^[[1mno").doesNotContain("^[[31m");
    }
  }

  @Nested
  final class Widths {
    @Test
    void aWideClusterIsFollowedByWhereToGoOn() throws IOException {
      painted(new Drawing(8, 1));

      var wide = painted(new Drawing(8, 1).cluster(0, 0, "漢", 2).cluster(2, 0, "字", 2));

      assertThat(wide).isEqualTo("^[[1;1H漢^[[1;3H字");
    }

    @Test
    void aLineOfBordersIsOneRun() throws IOException {
      painted(new Drawing(8, 1));

      var line = painted(new Drawing(8, 1).text(0, 0, "──────"));

      assertThat(line).isEqualTo("^[[1;1H──────");
    }

    @Test
    void aDoubtfulClusterIsWrittenOverBlanksAndWithItsWholeRow() throws IOException {
      painted(new Drawing(6, 1).text(0, 0, "abcdef"));

      var family = painted(new Drawing(6, 1).text(0, 0, "abcdef").cluster(2, 0, "👨‍👩‍👧", 2));

      assertThat(family).isEqualTo("^[[1;1Hab  ^[[1;3H👨‍👩‍👧^[[1;5Hef");
    }

    @Test
    void theRowThatADoubtfulClusterLeavesIsPaintedWhole() throws IOException {
      painted(new Drawing(6, 1).text(0, 0, "abcdef").cluster(2, 0, "e\u0301", 1));

      var gone = painted(new Drawing(6, 1).text(0, 0, "abcdef"));

      assertThat(gone).isEqualTo("^[[1;1Habcdef");
    }

    @Test
    void whatCutsAWideClusterInHalfClearsItsOtherHalf() throws IOException {
      painted(new Drawing(6, 1).cluster(1, 0, "漢", 2));

      var cut = painted(new Drawing(6, 1).cluster(1, 0, "漢", 2).text(2, 0, "x"));

      assertThat(cut).isEqualTo("^[[1;2H x");
    }

    @Test
    void whereTheTerminalHasOnlyAsciiEachOtherCellIsAQuestionMark() throws IOException {
      var ascii = new FramePainter(terminal, new Abilities(Colors.NONE, false, Pastes.MARKED));

      ascii.paint(new Drawing(6, 1).text(0, 0, "né").cluster(2, 0, "漢", 2).canvas(), THEME);

      assertThat(taken()).isEqualTo("^[[?25l^[[1;1Hn???  ");
    }
  }

  @Nested
  final class Sequences {
    private static final List<String> NARROW = List.of(" ", "a", "b", "─", "é");
    private final Random random = new Random(20_251_130);

    @Test
    void ofFramesEndInTheScreenThatTheLastOneAloneWouldHaveMade() throws IOException {
      var changed = new DefaultVirtualTerminal(new TerminalSize(12, 3));
      var stepwise = new FramePainter(changed, ALL);

      for (int step = 0; step < 500; step++) {
        var frame = randomDrawing();
        stepwise.paint(frame.canvas(), THEME);

        assertThat(cells(changed)).as("step " + step).isEqualTo(cells(paintedAlone(frame)));
      }
    }

    private Drawing randomDrawing() {
      var drawing = new Drawing(12, 3);
      for (int row = 0; row < 3; row++) {
        int column = 0;
        while (column < 11) {
          if (random.nextInt(4) == 0) {
            drawing.cluster(column, row, random.nextBoolean() ? "漢" : "字", 2);
            column += 2;
          } else {
            drawing.cluster(column, row, NARROW.get(random.nextInt(NARROW.size())), 1);
            column++;
          }
        }
      }
      return drawing;
    }

    private static DefaultVirtualTerminal paintedAlone(Drawing drawing) throws IOException {
      var terminal = new DefaultVirtualTerminal(new TerminalSize(12, 3));
      new FramePainter(terminal, ALL).paint(drawing.canvas(), THEME);
      return terminal;
    }

    private static String cells(DefaultVirtualTerminal terminal) {
      var text = new StringBuilder();
      for (int row = 0; row < 3; row++) {
        for (int column = 0; column < 12; column++) {
          text.append(terminal.getCharacter(column, row).getCharacterString());
        }
        text.append('\n');
      }
      return text.toString();
    }
  }

  private String painted(Drawing drawing) throws IOException {
    painter.paint(drawing.canvas(), THEME);
    return taken();
  }

  /// What was written since the last time, with `^[` for the escape.
  private String taken() throws IOException {
    out.flush();
    var text = sent.toString(StandardCharsets.UTF_8).replace("\033", "^[");
    sent.reset();
    return text;
  }
}
