package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import kabar.protocol.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceNameTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "laptop", "Lionel's phone (old)", "電話", "  ", "👩\u200d💻 desk"})
  void mayBeAnyShortLine(String device) {
    assertThat(DeviceName.fault(device)).isEmpty();
  }

  @Test
  void mayHave64CodePointsAndNoMore() {
    assertThat(DeviceName.fault("😀".repeat(64))).isEmpty();
    assertThat(DeviceName.fault("😀".repeat(65))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "two\nlines",
        "bell\u0007",
        "\u0085",
        "a\u2028b",
        "a\u2029b",
        "\u202eevil",
        "\u200f",
        "\u2066",
        "\ud83d",
        "[admin]",
        "a]",
        "soft\u00adhyphen"
      })
  void mayHaveNothingThatSpoilsALine(String device) {
    assertThat(DeviceName.fault(device).orElseThrow().reason()).isEqualTo(Reason.INVALID_PARAMETER);
    assertThat(DeviceName.fault(device).orElseThrow().detail())
        .startsWith("the name of a device has 0 to 64 characters in one line");
  }
}
