package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordRuleTest {

  @Test
  void asksForEightCharactersAtLeast() {
    assertThat(PasswordRule.isValid("surabay")).isFalse();
    assertThat(PasswordRule.isValid("surabaya")).isTrue();
    assertThat(PasswordRule.isValid("\uD83D\uDC10".repeat(7))).isFalse();
    assertThat(PasswordRule.isValid("\uD83D\uDC10".repeat(8))).isTrue();
  }

  @Test
  void asksFor256CharactersAtMost() {
    assertThat(PasswordRule.isValid("\uD83D\uDC10".repeat(256))).isTrue();
    assertThat(PasswordRule.isValid("x".repeat(257))).isFalse();
  }

  @Test
  void takesNoHalfCharacters() {
    assertThat(PasswordRule.isValid("surabaya\uD83D")).isFalse();
  }

  @Test
  void warnsOfWhiteSpaceOnly() {
    assertThat(PasswordRule.warning("correct horse")).isPresent();
    assertThat(PasswordRule.warning("correct\u00A0horse")).isPresent();
    assertThat(PasswordRule.warning("correct-horse")).isEmpty();
  }
}
