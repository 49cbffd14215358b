package kabar.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WatchTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private final Watch watch = new Watch(0, NOON);

  @Test
  void seesNothingWhileBothClocksGoOn() {
    assertThat(look(2, 2)).isFalse();
    assertThat(look(4, 5)).isFalse();
  }

  @Test
  void noticesAClockThatWentOnWhileTheOtherStoodStill() {
    assertThat(look(2, 3_600)).isTrue();
    assertThat(look(4, 3_602)).isFalse();
  }

  @Test
  void noticesAClockThatWasSetBack() {
    assertThat(look(2, -3_600)).isTrue();
  }

  @Test
  void noticesThatTheProgramStoodStill() {
    assertThat(look(60, 60)).isTrue();
  }

  private boolean look(int countedSeconds, int shownSeconds) {
    return watch.hasSlept(
        Duration.ofSeconds(countedSeconds).toNanos(), NOON.plusSeconds(shownSeconds));
  }
}
