package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypingPaceTest {
  private static final long SECOND = 1_000_000_000;

  private final TypingPace pace = new TypingPace(2);

  @Test
  void tellsAPairOnceASecond() {
    assertThat(pace.mayTell("messi", "pele", 5)).isTrue();
    assertThat(pace.mayTell("messi", "pele", 4 + SECOND)).isFalse();
    assertThat(pace.mayTell("messi", "pele", 5 + SECOND)).isTrue();
    assertThat(pace.mayTell("messi", "pele", 6 + SECOND)).isFalse();
  }

  @Test
  void countsEachDirectionByItself() {
    assertThat(pace.mayTell("messi", "pele", 0)).isTrue();
    assertThat(pace.mayTell("pele", "messi", 0)).isTrue();
  }

  @Test
  void tellsOfNoMorePairsThanItMayRemember() {
    assertThat(pace.mayTell("messi", "pele", 0)).isTrue();
    assertThat(pace.mayTell("pele", "messi", 1)).isTrue();
    assertThat(pace.mayTell("lineker", "messi", SECOND - 1)).isFalse();

    assertThat(pace.mayTell("lineker", "messi", SECOND)).isTrue();
  }
}
