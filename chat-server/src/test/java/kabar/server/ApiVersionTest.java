package kabar.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiVersionTest {

  @ParameterizedTest(name = "{0} serves {1}: {2}")
  @CsvSource({
    "0.1.0, 0.1.0, true",
    "0.1.0, 0.1.7-beta, true",
    "0.2.0, 0.1.0, false",
    "0.1.0, 0.2.0, false",
    "1.0.0, 0.1.0, false",
    "1.4.0, 1.2.9, true",
    "1.4.0, 1.4, true",
    "1.4.0, 1.5.0, false",
    "2.0.0, 1.9.0, false",
  })
  void servesWhatItHasNotChanged(String running, String compiled, boolean serves) {
    assertThat(version(running).serves(version(compiled))).isEqualTo(serves);
  }

  @ParameterizedTest
  @CsvSource({"''", "none", "1", "1.x", ".1", "99999999.1"})
  void isTwoNumbers(String text) {
    assertThat(ApiVersion.parse(text)).isEmpty();
  }

  @Test
  void saysWhatItServes() {
    assertThat(version("0.1.0").served()).isEqualTo("0.1.x");
    assertThat(version("1.0.3").served()).isEqualTo("1.0.x");
    assertThat(version("1.4.3").served()).isEqualTo("1.0 to 1.4");
  }

  private static ApiVersion version(String text) {
    return ApiVersion.parse(text).orElseThrow();
  }
}
