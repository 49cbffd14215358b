package kabar.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TokenHashTest {
  private static final String DIGITS =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void isTheSha256OfTheToken() {
    // FIPS 180-2, appendix B.1
    assertThat(TokenHash.of("abc")).isEqualTo(new TokenHash(DIGITS));
  }

  @Test
  void takesTheTokenAsUtf8() {
    assertThat(TokenHash.of("é").hex())
        .isEqualTo("4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 63, 65, 128})
  void hasExactly64Digits(int length) {
    var hex = "a".repeat(length);

    assertThatThrownBy(() -> new TokenHash(hex)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "g", " ", "-", "é", "١"})
  void hasLowerCaseHexadecimalDigitsOnly(String other) {
    var hex = DIGITS.substring(1) + other;

    assertThatThrownBy(() -> new TokenHash(hex)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void doesNotTellWhatMayBeATokenByMistake() {
    var token = "0b5a6cf4-4a2f-4a4e-9d3b-2c1f5e6d7a8b";

    assertThatThrownBy(() -> new TokenHash(token))
        .hasMessage("expected 64 lower-case hexadecimal digits");
  }
}
