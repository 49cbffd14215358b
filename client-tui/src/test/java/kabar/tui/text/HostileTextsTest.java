package kabar.tui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import kabar.testkit.hostile.HostileText;
import kabar.testkit.hostile.HostileTexts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Nothing that an enemy writes comes through the door as it was meant.
class HostileTextsTest {
  private static final int CELLS = 20;

  /// Controls, half surrogate pairs, and what cannot be seen but changes what is.
  private static final Pattern HARM =
      Pattern.compile(
          "[\\x00-\\x1f\\x7f-\\x9f\\x{D800}-\\x{DFFF}\\x{200b}\\x{200e}\\x{200f}\\x{202a}-\\x{202e}"
              + "\\x{2028}\\x{2029}\\x{2060}-\\x{2069}\\x{feff}\\x{ad}\\x{fff9}-\\x{fffb}]");

  static List<HostileText> texts() {
    return HostileTexts.all();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void hasNoHarmInItAfterwards(HostileText hostile) {
    var line = Clean.line(hostile.text());

    assertThat(HARM.matcher(line).find()).isFalse();
    assertThat(HARM.matcher(Clean.text(hostile.text()).replace("\n", "")).find()).isFalse();
    assertThat(Clean.line(line)).isEqualTo(line);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void fitsIntoAnyWidthAfterwards(HostileText hostile) {
    var clean = Clean.text(hostile.text());

    var lines = Wrapping.lines(clean, CELLS);

    assertThat(lines).isNotEmpty().allMatch(line -> CellWidth.ofText(line) <= CELLS);
    assertThat(CellWidth.ofText(CellWidth.fit(Clean.line(hostile.text()), CELLS)))
        .isLessThanOrEqualTo(CELLS);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void takesAsManyCellsInAscii(HostileText hostile) {
    var line = Clean.line(hostile.text());

    assertThat(Clean.ascii(line)).matches("[ -~]*").hasSize(CellWidth.ofText(line));
  }
}
