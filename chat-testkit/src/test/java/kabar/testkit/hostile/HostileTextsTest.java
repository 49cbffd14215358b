package kabar.testkit.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HostileTextsTest {

  @Test
  void readsALineAsANameAndAText() {
    assertThat(HostileTexts.read("# about\n\na title = \\x{1b}]0;x = y\\x{7}\nplain = hi\n"))
        .containsExactly(
            new HostileText("a title", "\u001b]0;x = y\u0007"), new HostileText("plain", "hi"));
  }

  @Test
  void repeatsWhatIsInBraces() {
    assertThat(HostileTexts.read("marks = e\\*3{\\x{301}}\\*2{ab\\x{a}}").getFirst().text())
        .isEqualTo("e\u0301\u0301\u0301ab\nab\n");
  }

  @Test
  void takesCodePointsBeyondTheFirstPlaneAndHalfPairs() {
    assertThat(HostileTexts.read("a = \\x{1f600}\\x{d83d}").getFirst().text())
        .isEqualTo("😀\ud83d");
  }

  @Test
  void takesEverythingElseAsItStands() {
    assertThat(HostileTexts.read("a = $1 \\1 {} \\x{} \\*{x} %s").getFirst().text())
        .isEqualTo("$1 \\1 {} \\x{} \\*{x} %s");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no text", " = no name", "a =b"})
  void refusesALineThatIsNoEntry(String line) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HostileTexts.read(line))
        .withMessage("found '%s' (expected NAME = TEXT)", line);
  }

  @Test
  void tellsWhatHasNoFormInUtf8() {
    assertThat(new HostileText("a", "a\ud83db").isWellFormed()).isFalse();
    assertThat(new HostileText("a", "\udc68\ud83d").isWellFormed()).isFalse();
    assertThat(new HostileText("a", "a😀b").isWellFormed()).isTrue();
  }

  @Test
  void namesEachTextOnce() {
    assertThat(HostileTexts.all()).extracting(HostileText::name).doesNotHaveDuplicates();
  }

  @Test
  void leavesNothingFolded() {
    assertThat(HostileTexts.all())
        .extracting(HostileText::text)
        .noneMatch(text -> text.matches("(?s).*\\\\(x|\\*\\d+)\\{.*"));
  }

  @Test
  void hasWhatAnEnemyWouldWrite() {
    assertHas(text -> text.contains("\u001b]0;"));
    assertHas(text -> text.contains("\u001b[2J"));
    assertHas(text -> text.contains("\u001b[?1049l"));
    assertHas(text -> text.contains("\u009b"));
    assertHas(text -> text.contains("\u202e"));
    assertHas(text -> text.contains("\u2028"));
    assertHas(text -> text.contains("\ufeff"));
    assertHas(text -> text.contains("\u200b".repeat(1000)));
    assertHas(text -> text.contains("\u0301".repeat(10_000)));
    assertHas(text -> text.contains("👨\u200d👩\u200d👧"));
    assertHas(text -> text.contains("🇮🇩"));
    assertHas(text -> text.contains("שלום"));
    assertHas(text -> text.length() == 16 * 1024 && !text.contains(" "));
  }

  @Test
  void partsWhatCanBeAMessageFromWhatCannot() {
    assertThat(HostileTexts.wellFormed())
        .isNotEmpty()
        .hasSizeLessThan(HostileTexts.all().size())
        .allMatch(HostileText::isWellFormed);
  }

  private static void assertHas(Predicate<String> quality) {
    assertThat(HostileTexts.all()).extracting(HostileText::text).anyMatch(quality);
  }
}
