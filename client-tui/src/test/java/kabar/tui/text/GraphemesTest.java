package kabar.tui.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class GraphemesTest {
  private static final List<String> KINDS = onePerKind();
  private static final BreakIterator UNICODE = BreakIterator.getCharacterInstance(ULocale.ROOT);

  @Test
  void anEmptyTextHasNone() {
    assertThat(Graphemes.of("")).isEmpty();
  }

  @Test
  void eachPlainCharacterIsOneButALineBreakIsOneToo() {
    assertThat(Graphemes.of("a b\n")).containsExactly("a", " ", "b", "\n");
    assertThat(Graphemes.of("a\r\nb")).containsExactly("a", "\r\n", "b");
  }

  @Test
  void whatPeopleSeeAsOneIsOne() {
    assertThat(Graphemes.of("e\u0301👨‍👩‍👧🇮🇩🇳🇱👍🏽1️⃣क्षกำ각"))
        .containsExactly("e\u0301", "👨‍👩‍👧", "🇮🇩", "🇳🇱", "👍🏽", "1️⃣", "क्ष", "กำ", "각");
  }

  /// One code point of each kind that the rules tell apart, in every order of three.
  @Test
  void areCutAsUnicodeCutsThem() {
    var texts = KINDS.stream().flatMap(GraphemesTest::followed).flatMap(GraphemesTest::followed);

    var different = texts.filter(text -> !Graphemes.of(text).equals(unicodes(text)));

    assertThat(different).isEmpty();
  }

  /// In orders of four, the JDK errs with three: none occurs in a language, and nothing is lost.
  @Test
  void areCutAsUnicodeCutsThemButForThreeOddities() {
    var texts =
        KINDS.stream()
            .flatMap(GraphemesTest::followed)
            .flatMap(GraphemesTest::followed)
            .flatMap(GraphemesTest::followed);

    var different = texts.filter(text -> !Graphemes.of(text).equals(unicodes(text)));

    assertThat(different)
        .containsExactlyInAnyOrder("©\u0903\u200d©", "©\u200d\u200d©", "\u0600©\u200d©");
  }

  @Test
  void togetherAreTheTextWhateverItHolds() {
    var text = "\ud800e\u0301\udc00\u202e" + "👨\u200d".repeat(5_000) + "\u0301".repeat(16_000);

    assertThat(String.join("", Graphemes.of(text))).isEqualTo(text);
  }

  private static Stream<String> followed(String text) {
    return KINDS.stream().map(text::concat);
  }

  private static List<String> unicodes(String text) {
    UNICODE.setText(text);
    var clusters = new ArrayList<String>();
    var start = 0;
    for (var end = UNICODE.next(); end != BreakIterator.DONE; end = UNICODE.next()) {
      clusters.add(text.substring(start, end));
      start = end;
    }
    return clusters;
  }

  private static List<String> onePerKind() {
    var kinds = new TreeMap<String, String>();
    IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
        .filter(point -> UCharacter.getType(point) != UCharacter.SURROGATE)
        .forEach(point -> kinds.putIfAbsent(kind(point), Character.toString(point)));
    return List.copyOf(kinds.values());
  }

  private static String kind(int point) {
    return UCharacter.getIntPropertyValue(point, UProperty.GRAPHEME_CLUSTER_BREAK)
        + " "
        + UCharacter.getIntPropertyValue(point, UProperty.INDIC_CONJUNCT_BREAK)
        + " "
        + UCharacter.hasBinaryProperty(point, UProperty.EXTENDED_PICTOGRAPHIC);
  }
}
