package kabar.tui.panels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import kabar.tui.bindings.Bindings;
import kabar.tui.editing.Buffer;
import kabar.tui.layout.Scene;
import kabar.tui.paint.Canvas;
import kabar.tui.paint.Size;
import kabar.tui.state.Focus;
import kabar.tui.state.TuiState;
import kabar.tui.text.CellWidth;
import kabar.tui.transcript.Viewport;
import kabar.tui.words.Language;
import org.junit.jupiter.api.Test;

/// Any state at any size can be painted.
final class AnyStateTest {
  private static final int PAINTINGS = 1500;

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);
  private final View view = new View(Bindings.standard());

  @Test
  void isPaintedWithoutATornCell() {
    for (int painting = 0; painting < PAINTINGS; painting++) {
      var size = new Size(1 + random.nextInt(300), 1 + random.nextInt(60));
      if (random.nextInt(3) == 0) {
        size = new Size(1 + random.nextInt(60), 1 + random.nextInt(20));
      }
      assertPainted(state(size));
    }
  }

  private void assertPainted(TuiState state) {
    var canvas = new Canvas(state.size());

    view.paint(state, canvas.surface());

    for (int row = 0; row < state.size().rows(); row++) {
      assertWhole(canvas, row, state);
    }
    canvas
        .cursor()
        .ifPresent(
            spot -> {
              assertThat(spot.column()).as(about(state)).isBetween(0, state.size().columns() - 1);
              assertThat(spot.row()).as(about(state)).isBetween(0, state.size().rows() - 1);
            });
  }

  private void assertWhole(Canvas canvas, int row, TuiState state) {
    int column = 0;
    while (column < canvas.size().columns()) {
      var cluster = canvas.cluster(column, row);
      int width = CellWidth.of(cluster);
      assertThat(width).as("%s at %d,%d", about(state), column, row).isBetween(1, 2);
      if (width == 2) {
        assertThat(canvas.cluster(column + 1, row)).isEqualTo(Canvas.RIGHT_HALF);
      }
      column += width;
    }
    assertThat(column).as(about(state)).isEqualTo(canvas.size().columns());
  }

  private String about(TuiState state) {
    return "seed %d, %s, %s".formatted(seed, state.size(), state.overlay());
  }

  private TuiState state(Size size) {
    var states = List.copyOf(Showcase.states().values());
    var state = states.get(random.nextInt(states.size())).apply(Showcase.at(size));
    if (random.nextBoolean()) {
      state = state.conversation(Scene.conversation(Scene.many(random.nextInt(200))));
      var anchor = Viewport.of(state).moved(random.nextInt(300) - 20);
      state = state.conversation(state.conversation().anchored(anchor));
    }
    if (random.nextBoolean()) {
      var text = text();
      state = state.composer(state.composer().buffer(new Buffer(text, cursor(text))));
    }
    if (random.nextBoolean()) {
      state = state.moment(state.moment().remark(text()));
    }
    state = state.focus(List.of(Focus.values()).get(random.nextInt(3)), "lineker");
    return Showcase.settings(
        state,
        random.nextBoolean() ? Language.ENGLISH : Language.INDONESIAN,
        random.nextInt(4) == 0);
  }

  private String text() {
    var parts =
        List.of(
            "a",
            "word ",
            "日本",
            "👨‍👩‍👧‍👦",
            "e\u0301",
            "\n",
            "\t",
            "\u001b",
            "\u202e",
            "\ud800 ",
            "क्ष");
    var text = new StringBuilder();
    for (int part = random.nextInt(80); part > 0; part--) {
      text.append(parts.get(random.nextInt(parts.size())));
    }
    return text.toString();
  }

  private int cursor(String text) {
    return text.isEmpty()
        ? 0
        : text.offsetByCodePoints(0, random.nextInt(text.codePointCount(0, text.length()) + 1));
  }
}
