package kabar.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MedianTest {

  @Test
  void isTheValueInTheMiddleWhateverTheOrder() {
    assertThat(Median.of(List.of(9, 1, 5), Integer::doubleValue)).isEqualTo(5);
  }

  @Test
  void ofAnEvenNumberIsHalfWayBetweenTheTwoInTheMiddle() {
    assertThat(Median.of(List.of(1, 9, 4, 3), Integer::doubleValue)).isEqualTo(3.5);
  }

  @Test
  void isNotMovedByOneDisturbedRound() {
    assertThat(Median.of(List.of(2, 2, 1_000_000), Integer::doubleValue)).isEqualTo(2);
  }

  @Test
  void ofNothingIsRefused() {
    assertThatThrownBy(() -> Median.of(List.<Integer>of(), Integer::doubleValue))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
