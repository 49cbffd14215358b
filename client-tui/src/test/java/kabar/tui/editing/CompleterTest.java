package kabar.tui.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What could stand in the place of a word that was begun.
final class CompleterTest {
  private static final Completer COMPLETER =
      new Completer(
          new Lexicon(
              Map.of(
                  "/msg", List.of("henderson", "lineker", "messi"),
                  "/theme", List.of("light", "dark"),
                  "/quit", List.of()),
              List.of("henderson", "lineker", "messi")));

  @ParameterizedTest
  @CsvSource({
    "/, '/msg,/quit,/theme'",
    "/Q, /quit",
    "/msg m, messi",
    "'/msg ', 'henderson,lineker,messi'",
    "/theme d, dark",
    "hello @l, @lineker",
    "HEN, henderson",
    "so :thu, ':thumbsdown:,:thumbsup:'",
  })
  void findsWhatFits(String text, String choices) {
    var found = COMPLETER.complete(Buffer.of(text)).orElseThrow();

    assertThat(String.join(",", found.choices())).isEqualTo(choices);
    assertThat(found.to()).isEqualTo(text.length());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello ", "hello /m", "//m", "xyz", "/quit ", ":", "/quit", "@messi"})
  void findsNothingWhereNothingFitsOrAllIsThere(String text) {
    assertThat(COMPLETER.complete(Buffer.of(text))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/m", "hi @m", "hi :th", "/msg l"})
  void offersByItselfWhatBeginsWithASign(String text) {
    assertThat(COMPLETER.offer(Buffer.of(text))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"m", "hi m", "hi @", "hi :", "a/m"})
  void offersNothingForPlainWords(String text) {
    assertThat(COMPLETER.offer(Buffer.of(text))).isEmpty();
  }

  @Test
  void putsTheChoiceInThePlaceOfTheWord() {
    var buffer = new Buffer("hi @l and", 5);

    var found = COMPLETER.complete(buffer).orElseThrow();

    assertThat(found.into(buffer)).isEqualTo(new Buffer("hi @lineker and", 11));
    assertThat(found.isIn(buffer)).isFalse();
    assertThat(found.placed().isIn(found.into(buffer))).isTrue();
  }

  @Test
  void putsTheEmojiItselfInThePlaceOfItsName() {
    var buffer = Buffer.of("yes :thumbsu");

    var found = COMPLETER.complete(buffer).orElseThrow();

    assertThat(found.into(buffer).text()).isEqualTo("yes \uD83D\uDC4D");
  }

  @Test
  void goesRoundInBothDirections() {
    var found = COMPLETER.complete(Buffer.of("/")).orElseThrow();

    assertThat(found.moved(-1).inserted()).isEqualTo("/theme");
    assertThat(found.moved(3).inserted()).isEqualTo("/msg");
  }
}
