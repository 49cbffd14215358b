package kabar.tui.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class WideRangesTest {

  @Test
  void theFileIsTheOneThatItsCommandWrites() throws IOException {
    assertThat(file()).isEqualTo(WideRangesFile.content());
  }

  /// A JDK that knows later characters cuts them by later rules: then the file is due, too.
  @Test
  void theFileIsOfTheSameUnicodeAsTheJdk() {
    var known = IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(Character::isDefined);

    assertThat(known).allMatch(UCharacter::isDefined);
  }

  private static String file() throws IOException {
    try (var in = Objects.requireNonNull(WideRanges.class.getResourceAsStream("wide.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }
}
