package kabar.tui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CleanTest {

  @Nested
  final class Keeps {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "  plain  text ~",
          "Sampai jumpa, café",
          "שלום, مرحبا",
          "नमस्ते क्ष",
          "ยินดีต้อนรับ",
          "한국어 漢字 ＡＢＣ",
          "👨‍👩‍👧‍👦 👩🏽‍🚀 🇮🇩 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️ 1️⃣ 🏳️‍🌈",
          "e\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308",
          "\u0600\u0661",
          "\ue0b0 \u00a0",
        })
    void whatPeopleWrite(String text) {
      assertThat(Clean.line(text)).isEqualTo(text);
      assertThat(Clean.text(text)).isEqualTo(text);
    }

    @Test
    void lineBreaksOfATextAndNotOfALine() {
      var foreign = "a\nb\rc\r\nd\u0085e\u2028f\u2029g\n\r\n";

      assertThat(Clean.text(foreign)).isEqualTo("a\nb\nc\nd\ne\nf\ng\n\n");
      assertThat(Clean.line(foreign)).isEqualTo("a␤b␤c␤d␤e␤f␤g␤␤");
    }

    @Test
    void tabsAsSpaces() {
      assertThat(Clean.text("\ta\tb")).isEqualTo("    a    b");
    }
  }

  @Nested
  final class Shows {

    @Test
    void controlCharacters() {
      assertThat(Clean.line("\u001b[2J\u0007\u0000\u007f\u0008\u000b")).isEqualTo("␛[2J␇␀␡␈␋");
      assertThat(Clean.line("\u009b2J\u009d0;x\u009c")).isEqualTo("�2J�0;x�");
    }

    @Test
    void halvesOfSurrogatesAndNoncharacters() {
      assertThat(Clean.line("a\ud800b\udfffc\udc00\ud800")).isEqualTo("a�b�c��");
      assertThat(Clean.line("\ufffe\uffff\ufdd0" + Character.toString(0x1FFFF))).isEqualTo("����");
    }

    @Test
    void aMarkWithoutALetter() {
      assertThat(Clean.line("\u0301a")).isEqualTo("◌\u0301a");
      assertThat(Clean.text("a\n\u0301")).isEqualTo("a\n◌\u0301");
      assertThat(Clean.line("\u200d\u0301")).isEqualTo("◌\u0301");
    }

    @Test
    void thatAClusterWasEndless() {
      assertThat(Clean.line("\u1100".repeat(40))).isEqualTo("\u1100".repeat(32) + "�");
      assertThat(Clean.line("👨\u200d".repeat(40) + "👨")).isEqualTo("👨\u200d".repeat(15) + "👨�");
    }
  }

  @Nested
  final class Drops {

    @ParameterizedTest
    @ValueSource(
        ints = {
          0x061C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068,
          0x2069
        })
    void everythingThatTurnsTheDirection(int control) {
      assertThat(Clean.line("a" + Character.toString(control) + "b")).isEqualTo("ab");
    }

    @ParameterizedTest
    @ValueSource(
        ints = {
          0x00AD, 0x034F, 0x180E, 0x200B, 0x200C, 0x200D, 0x2060, 0x2061, 0x206F, 0x3164, 0xFE00,
          0xFE0E, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9, 0xFFFA, 0xFFFB, 0x1D173, 0xE0001, 0xE0041,
          0xE007F, 0xE0100
        })
    void whatIsNotSeen(int invisible) {
      assertThat(Clean.line("a" + Character.toString(invisible) + "b")).isEqualTo("ab");
      assertThat(Clean.line(Character.toString(invisible))).isEmpty();
    }

    @Test
    void joinersAndStylesThatHaveNothingToJoinOrStyle() {
      assertThat(Clean.line("👨\u200da")).isEqualTo("👨a");
      assertThat(Clean.line("👨\u200d")).isEqualTo("👨");
      assertThat(Clean.line("a\u200d👨")).isEqualTo("a👨");
      assertThat(Clean.line("❤\ufe0f\ufe0f")).isEqualTo("❤\ufe0f");
      assertThat(Clean.line("⌚\ufe0e")).isEqualTo("⌚");
    }

    @Test
    void tagsThatAreNoFlag() {
      var tags = "\udb40\udc67\udb40\udc62";
      var end = "\udb40\udc7f";

      assertThat(Clean.line("🏴" + tags)).isEqualTo("🏴");
      assertThat(Clean.line("🏴" + end)).isEqualTo("🏴");
      assertThat(Clean.line("👍" + tags + end)).isEqualTo("👍");
      assertThat(Clean.line("🏴" + tags.repeat(4) + end)).isEqualTo("🏴");
      assertThat(Clean.line("🏴" + tags + end + end)).isEqualTo("🏴" + tags + end);
    }

    @Test
    void theNinthMarkOfACluster() {
      assertThat(Clean.line("e" + "\u0301".repeat(10_000) + "a"))
          .isEqualTo("e" + "\u0301".repeat(8) + "a");
      assertThat(Clean.line("\u20dd".repeat(9))).isEqualTo("◌" + "\u20dd".repeat(8));
    }
  }

  @Nested
  final class Ensures {

    @Test
    void thatEachCodePointTakesACellOrNothingIsLeftOfIt() {
      var unseen =
          IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
              .mapToObj(Character::toString)
              .map(Clean::line)
              .filter(clean -> Graphemes.of(clean).stream().anyMatch(g -> CellWidth.of(g) == 0));

      assertThat(unseen).isEmpty();
    }

    @Test
    void thatCleanTextStaysAsItIs() {
      var random = new Random(20);

      for (var i = 0; i < 1_000; i++) {
        var clean = Clean.text(Foreign.text(random, 40));
        assertThat(Clean.text(clean)).isEqualTo(clean);
        assertThat(Clean.line(clean)).doesNotContain("\n");
      }
    }

    @Test
    void thatNothingInvisibleIsLeftAndEachClusterTakesACell() {
      var random = new Random(21);

      for (var i = 0; i < 1_000; i++) {
        var clean = Clean.line(Foreign.text(random, 40));
        assertThat(clean.codePoints()).noneMatch(CleanTest::commands);
        assertThat(Graphemes.of(clean)).allMatch(grapheme -> CellWidth.of(grapheme) > 0);
        assertThat(Graphemes.of(clean)).allMatch(grapheme -> grapheme.length() <= 66);
      }
    }

    @Test
    void thatALongAttackTakesNoTime() {
      var foreign = "\u0301\u202e\ud800👨\u200d\u1100\u0915\u094d".repeat(20_000);

      assertThat(Clean.text(foreign)).startsWith("◌\u0301�");
    }
  }

  @Nested
  final class InAscii {

    @ParameterizedTest
    @CsvSource({
      "plain, plain",
      "Café Søren Łódź, Cafe Soren Lodz",
      "“don’t” – or…, \"don't\" - or.",
      "ＡＢ, 'A B '",
      "漢字, ????",
      "👨‍👩‍👧, ??",
      "नमस्ते, ????",
      "✓ ●, + *",
    })
    void everythingIsAsWideAsItWas(String clean, String ascii) {
      assertThat(Clean.ascii(clean)).isEqualTo(ascii);
    }

    @Test
    void lineBreaksStay() {
      assertThat(Clean.ascii("é\n漢\n")).isEqualTo("e\n??\n");
    }

    @Test
    void nothingElseIsLeftAndNoCellIsLost() {
      var random = new Random(22);

      for (var i = 0; i < 1_000; i++) {
        var clean = Clean.line(Foreign.text(random, 40));
        assertThat(Clean.ascii(clean)).matches("[ -~]*").hasSize(CellWidth.ofText(clean));
      }
    }
  }

  private static boolean commands(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default ->
          Character.getDirectionality(point) >= Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING;
    };
  }
}
