package kabar.tui.panels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kabar.client.Refusal;
import kabar.tui.bindings.Bindings;
import kabar.tui.bindings.Rebinding;
import kabar.tui.editing.Buffer;
import kabar.tui.paint.Canvas;
import kabar.tui.paint.Ink;
import kabar.tui.paint.Size;
import kabar.tui.state.Focus;
import kabar.tui.state.Overlay;
import kabar.tui.state.Standing;
import kabar.tui.state.TuiState;
import kabar.tui.words.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the golden screens do not show: how things stand out, and keys that somebody has changed.
final class ViewTest {
  private static final Size SIZE = new Size(80, 24);

  private final TuiState ordinary = Showcase.ordinary(Showcase.at(SIZE));

  @Test
  void whatASearchFindsIsMarked() {
    var canvas = painted(ordinary.overlay(new Overlay.Search(Buffer.of("PLAN"), "n2")));

    assertThat(inked(canvas, Ink.MATCH)).isEqualTo("plan▸plan");
  }

  @Test
  void theSelectedMessageIsMarkedWhole() {
    var canvas = painted(ordinary.overlay(new Overlay.Select("n6")));

    assertThat(inked(canvas, Ink.CHOSEN))
        .startsWith("▸09:42   ↳       long lines wrap")
        .contains("300 columns");
  }

  @Test
  void onlyTheChosenRowOfThePanelWithTheFocusIsMarked() {
    var canvas = painted(ordinary.focus(Focus.INBOX, "lineker"));

    assertThat(inked(canvas, Ink.CHOSEN)).isEqualTo("▸@lineker    ⚑ ●   @2");
    assertThat(inked(canvas, Ink.HEADING_FOCUSED)).startsWith("▸INBOX");
  }

  @Test
  void keysAreShownAsTheyAreBound() {
    var bindings =
        Bindings.standard().with(List.of(new Rebinding("", "help", List.of("f9"), "keys.toml:1")));
    var canvas = new Canvas(SIZE);

    new View(bindings).paint(ordinary, canvas.surface());

    assertThat(canvas.toString()).contains("F9 help").doesNotContain("F1");
  }

  @ParameterizedTest
  @EnumSource(Refusal.class)
  void everyRefusalSaysWhatToDo(Refusal refusal) {
    for (var language : Language.values()) {
      var standing = ordinary.standing();
      var refused =
          ordinary.standing(
              new Standing(
                  standing.server(),
                  standing.me(),
                  Showcase.refused(refusal),
                  standing.since(),
                  0,
                  0));

      var status = row(painted(Showcase.settings(refused, language, false)), 21);

      assertThat(status).startsWith(" ! ").contains(" · ").doesNotContain("…");
    }
  }

  @Test
  void anAsciiTerminalGetsNothingElse() {
    for (var state : Showcase.states().values()) {
      var made = state.apply(Showcase.at(SIZE));

      var canvas = painted(Showcase.settings(made, Language.ENGLISH, true));

      assertThat(canvas.toString()).matches("[ -~\n]+");
    }
  }

  @Test
  void nobodyElseIsSaidToTypeOnceItIsOver() {
    var moment = ordinary.moment();
    var over = ordinary.moment(moment.typing(Map.of("henderson", moment.now())));

    assertThat(painted(over).toString()).doesNotContain("typing");
  }

  private static Canvas painted(TuiState state) {
    var canvas = new Canvas(state.size());
    new View(Bindings.standard()).paint(state, canvas.surface());
    return canvas;
  }

  private static String row(Canvas canvas, int row) {
    return canvas.toString().lines().skip(row).findFirst().orElseThrow();
  }

  private static String inked(Canvas canvas, Ink ink) {
    var text = new StringBuilder();
    for (int row = 0; row < canvas.size().rows(); row++) {
      for (int column = 0; column < canvas.size().columns(); column++) {
        text.append(canvas.ink(column, row) == ink ? canvas.cluster(column, row) : "");
      }
    }
    return text.toString();
  }
}
