package kabar.bench;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import kabar.bench.KillPlan.Kill;
import kabar.bench.KillPlan.Moment;
import org.junit.jupiter.api.Test;

class KillPlanTest {

  @Test
  void isTheSameForTheSameSeed() {
    assertThat(KillPlan.of(7).limit(100))
        .containsExactlyElementsOf(KillPlan.of(7).limit(100).toList());
    assertThat(KillPlan.of(8).limit(100).toList()).isNotEqualTo(KillPlan.of(7).limit(100).toList());
  }

  @Test
  void bringsEveryMomentInItsShare() {
    var counts = KillPlan.of(1).limit(10_000).collect(groupingBy(Kill::moment, counting()));

    assertThat(counts.get(Moment.STARTING)).isBetween(2_300L, 2_700L);
    assertThat(counts.get(Moment.LOGIN)).isBetween(850L, 1_150L);
    assertThat(counts.get(Moment.CHECKPOINT)).isBetween(1_300L, 1_700L);
    assertThat(counts.get(Moment.LOADED)).isBetween(4_700L, 5_300L);
  }

  @Test
  void killsInQuickSuccessionNowAndThen() {
    var kills = KillPlan.of(1).limit(100).map(Kill::moment).toList();

    assertThat(kills).containsSequence(Moment.LOADED, Moment.STARTING, Moment.STARTING);
  }

  @Test
  void spreadsKillsOverTheirMoment() {
    assertThat(KillPlan.of(1).limit(1_000).mapToDouble(Kill::delay).summaryStatistics())
        .satisfies(
            delays -> {
              assertThat(delays.getMin()).isBetween(0.0, 0.05);
              assertThat(delays.getMax()).isBetween(0.95, 1.0);
              assertThat(delays.getAverage()).isBetween(0.45, 0.55);
            });
  }
}
