package kabar.tui.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WrappingTest {
  private static final String SPACES = "[ \n\u3000\u2003]";

  @Test
  void breaksAtSpacesAndDropsThem() {
    assertThat(Wrapping.lines("see you at eight   o'clock", 12))
        .containsExactly("see you at", "eight", "o'clock");
  }

  @Test
  void keepsTheSpacesWithinALine() {
    assertThat(Wrapping.lines("a  b   c dddd", 8)).containsExactly("a  b   c", "dddd");
  }

  @Test
  void leavesWhatFitsAsItIs() {
    assertThat(Wrapping.lines(" exactly. ", 10)).containsExactly(" exactly. ");
  }

  @ParameterizedTest
  @ValueSource(ints = {-5, 0, 1, 2, 80})
  void anEmptyTextIsOneLine(int cells) {
    assertThat(Wrapping.lines("", cells)).containsExactly("");
  }

  @Test
  void everyLineBreakEndsALine() {
    assertThat(Wrapping.lines("a\n\nb c\n", 2)).containsExactly("a", "", "b", "c", "");
  }

  @Test
  void cutsAWordThatIsLongerThanALine() {
    assertThat(Wrapping.lines("at https://example.org/r/1.4 now", 10))
        .containsExactly("at", "https://ex", "ample.org/", "r/1.4 now");
  }

  @Test
  void neverCutsACluster() {
    assertThat(Wrapping.lines("a👨‍👩‍👧e\u0301e\u0301e\u0301", 2))
        .containsExactly("a", "👨‍👩‍👧", "e\u0301e\u0301", "e\u0301");
  }

  @Test
  void breaksBetweenWideCharactersButNotAtTheirPunctuation() {
    assertThat(Wrapping.lines("ok 漢字漢字", 7)).containsExactly("ok 漢字", "漢字");
    assertThat(Wrapping.lines("漢字漢、字", 6)).containsExactly("漢字", "漢、字");
    assertThat(Wrapping.lines("漢字（字）", 6)).containsExactly("漢字", "（字）");
  }

  @Test
  void keepsIndentationAtTheFirstLine() {
    assertThat(Wrapping.lines("    if here:\n        then there", 12))
        .containsExactly("    if here:", "        then", "there");
  }

  @Test
  void indentationGivesWayToTheFirstWord() {
    assertThat(Wrapping.lines("          indented a", 10)).containsExactly("  indented", "a");
    assertThat(Wrapping.lines("   ".repeat(10), 4)).containsExactly("    ");
  }

  @Test
  void fewerCellsThanAWideCharacterNeedsAreAsManyAsItNeeds() {
    assertThat(Wrapping.lines("漢abc", 1)).containsExactly("漢", "ab", "c");
  }

  @Test
  void breaksNowhereAtASpaceThatForbidsIt() {
    assertThat(Wrapping.lines("at 8\u00a0o'clock", 10)).containsExactly("at", "8\u00a0o'clock");
  }

  @Test
  void everyLineFitsAndNothingIsLostOrDoubled() {
    var random = new Random(23);

    for (var i = 0; i < 1_000; i++) {
      var clean = Clean.text(Foreign.text(random, 60));
      var cells = 2 + random.nextInt(30);
      var lines = Wrapping.lines(clean, cells);
      assertThat(lines).isNotEmpty().allMatch(line -> CellWidth.ofText(line) <= cells);
      assertThat(String.join("", lines).replaceAll(SPACES, ""))
          .isEqualTo(clean.replaceAll(SPACES, ""));
    }
  }

  @Test
  void takesTimeInProportionToTheText() {
    var word = "x".repeat(1 << 18);
    var spaces = " ".repeat(1 << 18);

    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () ->
            List.of(
                    word,
                    spaces + "x",
                    "é".repeat(1 << 18),
                    "漢".repeat(1 << 18),
                    "a ".repeat(1 << 17))
                .forEach(text -> assertThat(Wrapping.lines(text, 80)).isNotEmpty()));
  }
}
