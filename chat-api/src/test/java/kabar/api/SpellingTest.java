package kabar.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpellingTest {
  private static final List<String> KNOWN = List.of("cups", "sugar", "brew-time");

  @ParameterizedTest
  @CsvSource({"cup,cups", "sugra,sugar", "brew-tmie,brew-time", "cups,cups", "brewtime,brew-time"})
  void findsTheWordThatWasMeant(String unknown, String meant) {
    assertThat(Spelling.nearest(unknown, KNOWN)).hasValue(meant);
  }

  @ParameterizedTest
  @CsvSource({"milk", "time", "milk-and-honey"})
  void findsNoneThatIsTooFar(String unknown) {
    assertThat(Spelling.nearest(unknown, KNOWN)).isEmpty();
  }

  @Test
  void findsNoneWhereThereIsNone() {
    assertThat(Spelling.nearest("cups", List.of())).isEmpty();
  }
}
