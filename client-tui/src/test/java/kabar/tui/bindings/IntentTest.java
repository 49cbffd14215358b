package kabar.tui.bindings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What keys can be meant for.
final class IntentTest {
  @ParameterizedTest
  @EnumSource(Intent.class)
  void isFoundByItsName(Intent intent) {
    assertThat(Intent.parse(intent.word())).hasValue(intent);
    assertThat(intent.word()).matches("[a-z]+(-[a-z0-9]+)*");
  }

  @Test
  void isNotFoundByAnotherName() {
    assertThat(Intent.parse("GO_TO")).isEmpty();
    assertThat(Intent.parse("")).isEmpty();
  }

  @Test
  void saysOfEachWhatNoOtherDoes() {
    var phrases = Stream.of(Intent.values()).map(Intent::phrase).toList();

    assertThat(phrases).doesNotHaveDuplicates();
  }
}
