package kabar.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTest {

  @Test
  void isFoundAgainByItsText() {
    var letter = new Letter(12, 3456);

    assertThat(Letter.parse(letter.text())).contains(letter);
  }

  @Test
  void hasATextLikeNoOther() {
    var texts = new HashSet<String>();
    for (int sender = 0; sender < 20; sender++) {
      for (int number = 0; number < 200; number++) {
        texts.add(new Letter(sender, number).text());
      }
    }

    assertThat(texts).hasSize(20 * 200);
  }

  @Test
  void goesFromEachUserToAllOfThem() {
    assertThat(new Letter(4, 0))
        .extracting(Letter::from, Letter::to)
        .containsExactly("henderson", "henderson");
    assertThat(new Letter(4, 1).to()).isEqualTo("lineker");
    assertThat(new Letter(4, 2).to()).isEqualTo("messi");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "1 2", "1 2 ", "1 2 x", "1 2 xxxxxxxxxxxxxxxx", "-1 2 xxx"})
  void isNothingElse(String text) {
    assertThat(Letter.parse(text)).isEmpty();
  }
}
