package kabar.transport.udp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// RFC 6298 with the figures of docs/udp.md.
class RoundTripTest {
  private final RoundTrip roundTrip = new RoundTrip();

  @Test
  void waitsHalfASecondBeforeItKnows() {
    assertThat(roundTrip.timeoutMicros()).isEqualTo(500_000);
  }

  @Test
  void waitsForTheTimeAndFourVariations() {
    roundTrip.sample(200_000);
    assertThat(roundTrip.timeoutMicros()).isEqualTo(200_000 + 4 * 100_000);

    roundTrip.sample(120_000);
    assertThat(roundTrip.smoothedMicros()).isEqualTo(190_000);
    assertThat(roundTrip.timeoutMicros()).isEqualTo(190_000 + 4 * 95_000);
  }

  @Test
  void waitsATenthOfASecondAtLeast() {
    for (int i = 0; i < 100; i++) {
      roundTrip.sample(50);
    }

    assertThat(roundTrip.timeoutMicros()).isEqualTo(100_000);
  }

  @Test
  void doublesEachTimeUpToFiveSecondsUntilSomethingIsAcknowledged() {
    roundTrip.sample(50);

    roundTrip.timedOut();
    assertThat(roundTrip.timeoutMicros()).isEqualTo(200_000);
    roundTrip.timedOut();
    assertThat(roundTrip.timeoutMicros()).isEqualTo(400_000);
    for (int i = 0; i < 100; i++) {
      roundTrip.timedOut();
    }
    assertThat(roundTrip.timeoutMicros()).isEqualTo(5_000_000);

    roundTrip.acknowledged();
    assertThat(roundTrip.timeoutMicros()).isEqualTo(100_000);
  }
}
