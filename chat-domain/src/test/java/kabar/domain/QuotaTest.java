package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class QuotaTest {
  private final HeldClock clock = new HeldClock();
  private final Quota quota = new Quota(2, Duration.ofHours(1), clock);

  @Test
  void tellsHowLongToWaitWhenItIsUsedUp() {
    assertThat(quota.take("here")).isZero();
    clock.advance(Duration.ofMinutes(10));
    assertThat(quota.take("here")).isZero();

    assertThat(quota.take("here")).isEqualTo(Duration.ofMinutes(50));
    assertThat(quota.take("there")).isZero();
  }

  @Test
  void keepsNobodyWaitingLongerThanAWindowWhenTheClockIsSetBack() {
    quota.take("here");
    quota.take("here");

    clock.advance(Duration.ofDays(-1));

    assertThat(quota.take("here")).isZero();
  }

  @Test
  void beginsAnewWhenItsWindowIsOver() {
    quota.take("here");
    quota.take("here");

    clock.advance(Duration.ofHours(1));

    assertThat(quota.take("here")).isZero();
    assertThat(quota.take("here")).isZero();
    assertThat(quota.take("here")).isEqualTo(Duration.ofHours(1));
  }
}
