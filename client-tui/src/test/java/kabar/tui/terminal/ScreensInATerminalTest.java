package kabar.tui.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.terminal.virtual.DefaultVirtualTerminal;
import java.io.IOException;
import java.util.stream.Stream;
import kabar.tui.bindings.Bindings;
import kabar.tui.keys.KeyDecoder.Pastes;
import kabar.tui.paint.Canvas;
import kabar.tui.paint.Size;
import kabar.tui.paint.Theme;
import kabar.tui.panels.Showcase;
import kabar.tui.panels.View;
import kabar.tui.text.CellWidth;
import kabar.tui.text.Graphemes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The golden screens, one after the other in one terminal: each frame leaves there what its canvas
/// holds, whatever stood there before.
final class ScreensInATerminalTest {
  private static final Abilities ALL = new Abilities(Colors.DIRECT, true, Pastes.MARKED);
  private static final View VIEW = new View(Bindings.standard());

  @ParameterizedTest
  @MethodSource("sizes")
  void showEachStateWhole(Size size) throws IOException {
    var terminal = new DefaultVirtualTerminal(new TerminalSize(size.columns(), size.rows()));
    var painter = new FramePainter(terminal, ALL);

    for (var state : Showcase.states().entrySet()) {
      var frame = new Canvas(size);
      VIEW.paint(state.getValue().apply(Showcase.at(size)), frame.surface());
      painter.paint(frame, Theme.TERMINAL);

      for (int row = 0; row < size.rows(); row++) {
        if (isSure(frame, row)) {
          assertThat(shown(terminal, row))
              .as(state.getKey() + " " + row)
              .isEqualTo(held(frame, row));
        }
      }
    }
  }

  private static Stream<Size> sizes() {
    return Stream.of(
        new Size(80, 24), new Size(120, 40), new Size(50, 16), new Size(30, 8), new Size(300, 60));
  }

  /// Lanterna measures some clusters otherwise than we do, as terminals do too.
  private static boolean isSure(Canvas frame, int row) {
    return Graphemes.of(held(frame, row)).stream()
        .allMatch(it -> it.length() == 1 && CellWidth.of(it) == 1);
  }

  private static String held(Canvas frame, int row) {
    var text = new StringBuilder();
    for (int column = 0; column < frame.size().columns(); column++) {
      text.append(frame.cluster(column, row));
    }
    return text.toString();
  }

  private static String shown(DefaultVirtualTerminal terminal, int row) {
    var text = new StringBuilder();
    for (int column = 0; column < terminal.getTerminalSize().getColumns(); column++) {
      text.append(terminal.getCharacter(column, row).getCharacterString());
    }
    return text.toString();
  }
}
