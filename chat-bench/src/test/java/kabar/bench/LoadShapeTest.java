package kabar.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadShapeTest {

  @Test
  void isWrittenAsConnectionsAndDepth() {
    assertThat(LoadShape.parse("64x16")).isEqualTo(new LoadShape(64, 16));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "64", "64x", "x16", "64y16", "64x16x2", "64x-1"})
  void refusesAnythingElse(String text) {
    assertThatThrownBy(() -> LoadShape.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x1", "1x0", "10001x1", "1x1001"})
  void isBounded(String text) {
    assertThatThrownBy(() -> LoadShape.parse(text)).hasMessageContaining("expected 1..");
  }
}
