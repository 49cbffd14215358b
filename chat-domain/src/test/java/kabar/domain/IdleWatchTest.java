package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdleWatchTest {
  private static final Duration LONGEST = Duration.ofSeconds(150);

  private final HeldClockwork clockwork = new HeldClockwork(new HeldClock());
  private final LimitHits hits = new LimitHits();
  private final IdleWatch watch = new IdleWatch(clockwork, hits, LONGEST);
  private final List<Speaker> ended = new ArrayList<>();

  @Test
  void endsWhoHasSaidNothingForTheLongestTime() {
    var speaker = begin();

    pass(149);
    assertThat(ended).isEmpty();
    pass(1);

    assertThat(ended).containsExactly(speaker);
    assertThat(hits.count(Limit.IDLE)).isEqualTo(1);
  }

  @Test
  void countsFromTheLastWord() {
    var speaker = begin();
    pass(100);
    speaker.speak();

    pass(149);
    assertThat(ended).isEmpty();
    pass(1);

    assertThat(ended).containsExactly(speaker);
  }

  @Test
  void leavesThoseAloneWhoGoOnSpeaking() {
    var speaker = begin();

    for (int i = 0; i < 100; i++) {
      pass(60);
      speaker.speak();
    }

    assertThat(ended).isEmpty();
  }

  @Test
  void endsEachAtItsTimeASecondLateAtMost() {
    var first = begin();
    clockwork.advance(Duration.ofMillis(300));
    var second = begin();
    pass(20);
    var third = begin();

    clockwork.advance(LONGEST.minusSeconds(20).minusMillis(300));
    assertThat(ended).containsExactly(first);
    clockwork.advance(Duration.ofMillis(1_300));
    assertThat(ended).containsExactly(first, second);
    pass(20);
    assertThat(ended).containsExactly(first, second, third);
  }

  @Test
  void leavesThoseAloneWhoAreForgotten() {
    watch.forget(begin());

    pass(1_000);

    assertThat(ended).isEmpty();
    assertThat(hits.count(Limit.IDLE)).isZero();
  }

  @Test
  void needsOneTimerHoweverManyItWatches() {
    var speakers = IntStream.range(0, 10_000).mapToObj(_ -> begin()).toList();
    assertThat(clockwork.waiting()).isEqualTo(1);

    pass(100);
    speakers.forEach(Speaker::speak);
    pass(50);

    assertThat(clockwork.waiting()).isEqualTo(1);
    assertThat(ended).isEmpty();
  }

  @Test
  void needsNoTimerWhileItWatchesNobody() {
    assertThat(clockwork.waiting()).isZero();

    begin();
    pass(150);
    assertThat(clockwork.waiting()).isZero();

    begin();
    pass(150);
    assertThat(ended).hasSize(2);
  }

  private Speaker begin() {
    var speaker = new Speaker();
    watch.watch(speaker);
    return speaker;
  }

  private void pass(int seconds) {
    clockwork.advance(Duration.ofSeconds(seconds));
  }

  private final class Speaker implements IdleWatch.Watched {
    private long heardNanos = clockwork.nanos();

    void speak() {
      heardNanos = clockwork.nanos();
    }

    @Override
    public long heardNanos() {
      return heardNanos;
    }

    @Override
    public void turnAway() {
      ended.add(this);
    }
  }
}
