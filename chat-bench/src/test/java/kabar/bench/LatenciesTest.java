package kabar.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenciesTest {
  private final Latencies latencies = new Latencies();

  @Test
  void tellWhatNinetyNineOfAHundredTookAtMost() {
    for (long value = 2_000; value > 0; value--) {
      latencies.accept(value);
    }

    assertThat(latencies.percentile(99)).isBetween(1_980.0, 1_980 * 1.01);
    assertThat(latencies.percentile(50)).isBetween(1_000.0, 1_000 * 1.01);
    assertThat(latencies.percentile(100)).isBetween(2_000.0, 2_000 * 1.01);
  }

  @Test
  void areTrueToOnePercentHoweverLong() {
    for (long nanos = 1; nanos < 1L << 60; nanos = nanos * 3 + 1) {
      latencies.clear();
      latencies.accept(nanos);

      assertThat(latencies.percentile(99)).isBetween((double) nanos, nanos * 1.01);
    }
  }

  @Test
  void ofOneIsThatOne() {
    latencies.accept(7);

    assertThat(latencies.percentile(99)).isEqualTo(7);
    assertThat(latencies.percentile(1)).isEqualTo(7);
  }

  @Test
  void beginAnewWhenCleared() {
    latencies.accept(7);
    latencies.clear();

    assertThat(latencies.percentile(99)).isNaN();
    latencies.accept(5);
    assertThat(latencies.percentile(99)).isEqualTo(5);
  }
}
