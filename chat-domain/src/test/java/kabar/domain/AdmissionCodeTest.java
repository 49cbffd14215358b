package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Locale;
import kabar.api.store.TokenHash;
import org.junit.jupiter.api.Test;

class AdmissionCodeTest {
  private final SecureRandom random = new SecureRandom();

  @Test
  void isFourGroupsOfFive() {
    var group = "[0-9A-HJKMNP-TV-Z]{5}";

    assertThat(AdmissionCode.random(random))
        .matches(String.join("-", group, group, group, group))
        .isNotEqualTo(AdmissionCode.random(random));
  }

  @Test
  void isUnderstoodHoweverItIsTyped() {
    var code = "7K3QF-0XH21-9WZ4B-C8RTN";
    var hash = AdmissionCode.hash(code);

    assertThat(hash).isEqualTo(TokenHash.of("7K3QF0XH219WZ4BC8RTN"));
    assertThat(AdmissionCode.hash(code.toLowerCase(Locale.ROOT))).isEqualTo(hash);
    assertThat(AdmissionCode.hash(" 7K3QF OXH2I 9WZ4B C8RTN\n")).isEqualTo(hash);
    assertThat(AdmissionCode.hash("7k3qfoxh2l9wz4bc8rtn")).isEqualTo(hash);
    assertThat(AdmissionCode.hash("7K3QF-0XH21-9WZ4B-C8RTM")).isNotEqualTo(hash);
  }
}
