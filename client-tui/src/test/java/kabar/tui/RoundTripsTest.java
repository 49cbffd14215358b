package kabar.tui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RoundTripsTest {
  private final RoundTrips trips = new RoundTrips();

  @Test
  void areSummedUpAsPingDoes() {
    for (long micros : new long[] {2_000, 4_000, 4_000, 4_000, 5_000, 5_000, 7_000, 9_000}) {
      trips.ask();
      trips.answered(micros);
    }
    trips.ask();
    trips.ask();

    var summary = trips.summary();

    assertThat(summary).isEqualTo(new RoundTrips.Summary(10, 8, 2_000, 5_000, 9_000, 2_000));
    assertThat(summary.lostPercent()).isEqualTo(20);
  }

  @Test
  void areNothingWhereNobodyAnswered() {
    trips.ask();

    assertThat(trips.summary()).isEqualTo(new RoundTrips.Summary(1, 0, 0, 0, 0, 0));
    assertThat(trips.summary().lostPercent()).isEqualTo(100);
  }
}
