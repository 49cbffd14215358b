package kabar.tui.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import kabar.tui.editing.Buffer;
import kabar.tui.paint.Area;
import kabar.tui.paint.Size;
import kabar.tui.state.Focus;
import kabar.tui.state.Overlay;
import kabar.tui.state.TuiState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class LayoutTest {

  @ParameterizedTest
  @CsvSource({
    "19, 5, SENTENCE", "20, 4, SENTENCE", "20, 5, TINY", "49, 40, TINY", "300, 11, TINY",
    "50, 12, SINGLE", "79, 40, SINGLE", "80, 12, DOUBLE", "109, 40, DOUBLE", "110, 12, TRIPLE",
    "300, 60, TRIPLE"
  })
  void thereIsRoomForAsMuchAsTheSizeAllows(int columns, int rows, Shape shape) {
    assertThat(Layout.of(Scene.empty(columns, rows)).shape()).isEqualTo(shape);
  }

  @Test
  void everyCellIsOfOnePanelAtMostAndNothingIsOutside() {
    for (int columns = 1; columns <= 300; columns += 7) {
      for (int rows = 1; rows <= 60; rows += 3) {
        for (var focus : Focus.values()) {
          assertTiled(Scene.empty(columns, rows).focus(focus, ""));
        }
      }
    }
  }

  @Test
  void noSideTakesMoreThanTwentySevenInAHundred() {
    for (int columns = 80; columns <= 300; columns++) {
      var layout = Layout.of(Scene.empty(columns, 24));

      assertThat(layout.inbox().columns() * 100).isLessThanOrEqualTo(27 * columns);
      assertThat(layout.online().columns() * 100).isLessThanOrEqualTo(27 * columns);
    }
  }

  @ParameterizedTest
  @EnumSource(Focus.class)
  void everyPanelIsReachedAtEverySize(Focus focus) {
    for (int columns = 20; columns <= 300; columns += 5) {
      for (int rows = 5; rows <= 60; rows += 4) {
        var state = Scene.empty(columns, rows);
        var hidden = state.settings().inboxShown(false).onlineShown(false);

        assertThat(panel(Layout.of(state.focus(focus, "")), focus).isEmpty()).isFalse();
        assertThat(panel(Layout.of(state.settings(hidden).focus(focus, "")), focus).isEmpty())
            .isFalse();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"80, 80", "120, 120"})
  void theConversationTakesTheRoomOfWhatIsHidden(int columns, int expected) {
    var state = Scene.empty(columns, 24);

    var layout = Layout.of(state.settings(state.settings().inboxShown(false).onlineShown(false)));

    assertThat(layout.conversation().columns()).isEqualTo(expected);
    assertThat(layout.inbox().isEmpty()).isTrue();
    assertThat(layout.online().isEmpty()).isTrue();
  }

  @Test
  void oneSideAloneHasAllItsRows() {
    var state = Scene.empty(80, 24);

    var layout = Layout.of(state.settings(state.settings().onlineShown(false)));

    assertThat(layout.inbox()).isEqualTo(new Area(0, 1, 21, 20));
  }

  @Test
  void whatIsWrittenTakesAThirdOfTheScreenAtMost() {
    var state = writing(Scene.empty(80, 24), "line\n".repeat(50));

    var layout = Layout.of(state);

    assertThat(layout.input()).isEqualTo(new Area(0, 16, 80, 8));
    assertThat(layout.writing().from()).isEqualTo(43);
    assertThat(layout.writing().cursorLine()).isEqualTo(50);
  }

  @Test
  void aLongLineGoesOnInTheNextRow() {
    var state = writing(Scene.empty(40, 12), "a".repeat(50));

    var writing = Layout.of(state).writing();

    assertThat(writing.lines()).containsExactly("a".repeat(37), "a".repeat(13));
    assertThat(writing.cursorColumn()).isEqualTo(15);
  }

  @Test
  void aLongLineIsScrolledWhereThereIsOneRowOnly() {
    var state = writing(Scene.empty(20, 5), "abcdefghijklmnopqrstuvwxyz");

    var writing = Layout.of(state).writing();

    assertThat(writing.lines()).containsExactly("jklmnopqrstuvwxyz");
    assertThat(writing.cursorColumn()).isEqualTo(19);
  }

  @Test
  void theCursorIsNeverInsideOfAWideCharacter() {
    var state = writing(Scene.empty(40, 12), "日本語");
    var buffer = new Buffer("日本語", 1);

    var writing = Layout.of(state.composer(state.composer().buffer(buffer))).writing();

    assertThat(writing.cursorColumn()).isEqualTo(4);
  }

  @Test
  void aRemarkTakesRowsOnlyWhileThereIsOne() {
    var state = Scene.empty(80, 24);
    var remarked = remark(state, "word ".repeat(30));

    assertThat(Layout.of(state).remark().isEmpty()).isTrue();
    assertThat(Layout.of(remarked).remark()).isEqualTo(new Area(0, 19, 80, 2));
  }

  @Test
  void aRemarkThatDoesNotFitTellsThatThereIsMore() {
    var remarked = remark(Scene.empty(30, 8), "word ".repeat(30));

    assertThat(Layout.of(remarked).remarkLines())
        .containsExactly("word word word word word", "word word word word word…");
  }

  @Test
  void aQuestionIsReadWhole() {
    var asking = Scene.empty(30, 8).overlay(new Overlay.QuitQuestion());

    var layout = Layout.of(asking);

    assertThat(layout.remarkLines().getLast()).endsWith("Quit?");
    assertThat(layout.remark().rows()).isEqualTo(layout.remarkLines().size());
  }

  @Test
  void theBareConversationHasNothingBesideIt() {
    var layout = Layout.of(Scene.empty(80, 24).overlay(new Overlay.Bare()));

    assertThat(layout.conversation()).isEqualTo(new Area(0, 0, 80, 23));
    assertThat(areas(layout).filter(area -> !area.isEmpty())).hasSize(2);
  }

  static TuiState writing(TuiState state, String text) {
    return state.composer(state.composer().buffer(Buffer.of(text)));
  }

  static TuiState remark(TuiState state, String sentence) {
    return state.moment(state.moment().remark(sentence));
  }

  private static void assertTiled(TuiState state) {
    var taken = new boolean[state.size().rows()][state.size().columns()];
    areas(Layout.of(state)).forEach(area -> take(area, taken, state.size()));
  }

  private static void take(Area area, boolean[][] taken, Size size) {
    for (int row = area.row(); row < area.row() + area.rows(); row++) {
      for (int column = area.column(); column < area.column() + area.columns(); column++) {
        assertThat(taken[row][column]).as("%s of %s", area, size).isFalse();
        taken[row][column] = true;
      }
    }
  }

  private static Stream<Area> areas(Layout layout) {
    return Stream.of(
        layout.title(),
        layout.inbox(),
        layout.online(),
        layout.conversation(),
        layout.footer(),
        layout.tabs(),
        layout.remark(),
        layout.status(),
        layout.hints(),
        layout.input());
  }

  private static Area panel(Layout layout, Focus focus) {
    return List.of(layout.conversation(), layout.inbox(), layout.online())
        .get(List.of(Focus.CONVERSATION, Focus.INBOX, Focus.ONLINE).indexOf(focus));
  }
}
