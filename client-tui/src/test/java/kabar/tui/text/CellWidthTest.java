package kabar.tui.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.EastAsianWidth;
import com.ibm.icu.lang.UProperty;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CellWidthTest {

  @Test
  void isUnicodesForEveryCodePoint() {
    var points = IntStream.rangeClosed(0, Character.MAX_CODE_POINT);

    var different =
        points
            .filter(point -> CellWidth.of(Character.toString(point)) != unicodes(point))
            .mapToObj(Integer::toHexString);

    assertThat(different).isEmpty();
  }

  /// Only halves of flags are shown as emoji without being wide.
  @Test
  void whateverIsAnEmojiByItselfTakesTwoCells() {
    var narrow =
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .filter(point -> UCharacter.hasBinaryProperty(point, UProperty.EMOJI_PRESENTATION))
            .filter(point -> CellWidth.of(Character.toString(point)) != 2);

    assertThat(narrow)
        .allMatch(point -> UCharacter.hasBinaryProperty(point, UProperty.REGIONAL_INDICATOR));
  }

  @ParameterizedTest
  @CsvSource({
    "🇮🇩, 2", // A flag,
    "🇮, 1", // half of one,
    "🏴󠁧󠁢󠁥󠁮󠁧󠁿, 2", // and one with tags.
    "👨‍👩‍👧‍👦, 2",
    "👍🏽, 2",
    "1️⃣, 2",
    "1⃣, 1",
    "❤️, 2",
    "❤, 1",
    "❤\uFE0E, 1",
    "⌚, 2",
    "⌚\uFE0E, 2",
    "a\uFE0F, 1",
    "한, 2",
    "\u1112\u1161\u11ab, 2", // The same in three letters,
    "\u1161, 1", // and a vowel alone.
    "क्ष, 2",
    "का, 2",
    "क्, 1",
    "ก้, 1",
    "กำ, 2",
    "e\u0301, 1",
    "𝒜, 1",
    "漢, 2",
    "ｱ, 1",
    "Ａ, 2",
    "±, 1", // Ambiguous.
    "✅, 2",
  })
  void clustersTakeWhatTerminalsGiveThem(String cluster, int cells) {
    assertThat(Graphemes.of(cluster)).hasSize(1);

    assertThat(CellWidth.of(cluster)).isEqualTo(cells);
  }

  @Test
  void aTextTakesTheSumOfItsClusters() {
    assertThat(CellWidth.ofText("")).isZero();
    assertThat(CellWidth.ofText("hey 漢字 👍🏽\nยินดี")).isEqualTo(4 + 4 + 1 + 2 + 3);
  }

  @Test
  void oneClusterOfManyMarksIsMeasuredInNoTime() {
    assertThat(CellWidth.of("e" + "\u0301".repeat(100_000))).isEqualTo(1);
  }

  @Test
  void theBeginningThatFitsHoldsNoHalfOfAWideCharacter() {
    assertThat(CellWidth.fit("漢字", 3)).isEqualTo("漢");
    assertThat(CellWidth.fit("漢字", 4)).isEqualTo("漢字");
    assertThat(CellWidth.fit("e\u0301e\u0301", 1)).isEqualTo("e\u0301");
    assertThat(CellWidth.fit("hey", 2)).isEqualTo("he");
    assertThat(CellWidth.fit("👨‍👩‍👧", 1)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void nothingFitsIntoNoCells(int cells) {
    assertThat(CellWidth.fit("hey", cells)).isEmpty();
    assertThat(CellWidth.fit("", cells)).isEmpty();
  }

  /// The rules of the class, read from the other library's data.
  private static int unicodes(int point) {
    return isUnseen(point) ? 0 : isWide(point) ? 2 : 1;
  }

  private static boolean isUnseen(int point) {
    return switch (UCharacter.getType(point)) {
      case UCharacter.CONTROL,
          UCharacter.LINE_SEPARATOR,
          UCharacter.PARAGRAPH_SEPARATOR,
          UCharacter.NON_SPACING_MARK,
          UCharacter.ENCLOSING_MARK ->
          true;
      case UCharacter.FORMAT ->
          !UCharacter.hasBinaryProperty(point, UProperty.PREPENDED_CONCATENATION_MARK);
      default -> false;
    };
  }

  private static boolean isWide(int point) {
    return switch (UCharacter.getIntPropertyValue(point, UProperty.EAST_ASIAN_WIDTH)) {
      case EastAsianWidth.WIDE, EastAsianWidth.FULLWIDTH -> true;
      default -> false;
    };
  }
}
