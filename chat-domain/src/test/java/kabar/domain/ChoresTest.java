package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import kabar.domain.Chores.Chore;
import org.junit.jupiter.api.Test;

class ChoresTest {
  private static final Duration PERIOD = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final HeldClockwork clockwork = new HeldClockwork(new HeldClock());
  private final Queue<CompletableFuture<Boolean>> steps = new ArrayDeque<>();
  private int begun;

  ChoresTest() {
    new Chores(clockwork).start(new Chore("a test", PERIOD, this::step));
  }

  @Test
  void restBeforeTheFirstStepAndAfterEach() {
    assertThat(begun).isZero();
    clockwork.advance(PERIOD);
    assertThat(begun).isEqualTo(1);

    steps.remove().complete(false);
    clockwork.advance(PERIOD.minusMillis(1));
    assertThat(begun).isEqualTo(1);
    clockwork.advance(Duration.ofMillis(1));
    assertThat(begun).isEqualTo(2);
  }

  @Test
  void onlyPauseWhileSomethingIsLeft() {
    clockwork.advance(PERIOD);
    steps.remove().complete(true);

    clockwork.advance(PAUSE);

    assertThat(begun).isEqualTo(2);
  }

  @Test
  void beginNoStepBeforeTheOneBeforeHasEnded() {
    clockwork.advance(PERIOD);

    clockwork.advance(PERIOD.multipliedBy(10));

    assertThat(begun).isEqualTo(1);
  }

  @Test
  void goOnAfterAStepThatFailed() {
    clockwork.advance(PERIOD);
    steps.remove().completeExceptionally(new OnPurpose());

    clockwork.advance(PERIOD);

    assertThat(begun).isEqualTo(2);
  }

  @Test
  void endWithTheirClockwork() {
    clockwork.advance(PERIOD);
    steps.remove().complete(true);

    clockwork.close();
    clockwork.advance(PERIOD);

    assertThat(begun).isEqualTo(1);
  }

  private CompletableFuture<Boolean> step() {
    begun++;
    var step = new CompletableFuture<Boolean>();
    steps.add(step);
    return step;
  }
}
