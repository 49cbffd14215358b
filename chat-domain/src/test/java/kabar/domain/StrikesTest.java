package kabar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import kabar.domain.Strikes.Outcome;
import org.junit.jupiter.api.Test;

class StrikesTest {
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofMinutes(3);

  private final HeldClock clock = new HeldClock();
  private final Strikes strikes = new Strikes(new Strikes.Rule(2, WINDOW, LONGEST), clock);

  @Test
  void makeOneWaitAsLongAsTheWindowAtFirst() {
    strike("messi", 2);

    assertThat(begin("messi")).isEqualTo(WINDOW);
    clock.advance(Duration.ofSeconds(59));
    assertThat(begin("messi")).isEqualTo(Duration.ofSeconds(1));
    clock.advance(Duration.ofSeconds(1));
    assertThat(begin("messi")).isZero();
  }

  @Test
  void doNotAddUpOverMoreThanTheWindow() {
    for (int minute = 0; minute < 10; minute++) {
      strike("messi", 1);
      clock.advance(WINDOW);
    }

    assertThat(begin("messi")).isZero();
  }

  @Test
  void doubleTheWaitUpToTheLongest() {
    for (var wait : new int[] {1, 2, 3, 3}) {
      strike("messi", 2);
      assertThat(begin("messi")).isEqualTo(Duration.ofMinutes(wait));
      clock.advance(Duration.ofMinutes(wait));
    }
  }

  @Test
  void areForgottenWhenTheLongestWaitHasPassedWithoutAnother() {
    strike("messi", 2);
    clock.advance(WINDOW);
    strike("messi", 2);
    clock.advance(WINDOW.multipliedBy(2).plus(LONGEST));

    strike("messi", 2);

    assertThat(begin("messi")).isEqualTo(WINDOW);
  }

  @Test
  void areForgottenAfterOneThatWasRight() {
    strike("messi", 1);
    end("messi", Outcome.RIGHT);
    strike("messi", 1);

    assertThat(begin("messi")).isZero();
  }

  @Test
  void leaveOtherNamesAlone() {
    strike("messi", 2);

    assertThat(begin("henderson")).isZero();
  }

  @Test
  void areNotPushedOutByAsManyNamesAsAnAttackerLikes() {
    strike("messi", 2);

    IntStream.range(0, 3 * Buckets.COUNT).forEach(i -> strike("user" + i, 1));

    assertThat(begin("messi")).isPositive();
  }

  @Test
  void letNoMoreBeUnderWayThanMayTurnOutWrong() {
    assertThat(begin("messi")).isZero();
    assertThat(begin("messi")).isZero();
    var third = strikes.begin("messi").toCompletableFuture();
    assertThat(third).isNotDone();

    strikes.end("messi", Outcome.VOID);

    assertThat(third).isCompletedWithValue(Duration.ZERO);
  }

  @Test
  void makeThoseWaitWhoStoodBehindWrongOnes() {
    begin("messi");
    begin("messi");
    var third = strikes.begin("messi").toCompletableFuture();

    strikes.end("messi", Outcome.WRONG);
    assertThat(third).isNotDone();
    strikes.end("messi", Outcome.WRONG);

    assertThat(third).isCompletedWithValue(WINDOW);
  }

  @Test
  void refuseWhereTooManyStandBehind() {
    begin("messi");
    begin("messi");
    var waiting =
        IntStream.range(0, 64).mapToObj(_ -> strikes.begin("messi").toCompletableFuture()).toList();

    var next = strikes.begin("messi").toCompletableFuture();

    assertThat(waiting).noneMatch(CompletableFuture::isDone);
    assertThat(next).isCompletedExceptionally();
    assertThat(next.exceptionNow()).isInstanceOf(UnavailableException.class);
  }

  private Duration begin(String name) {
    return Rules.now(strikes.begin(name));
  }

  private void strike(String name, int times) {
    for (int i = 0; i < times; i++) {
      end(name, Outcome.WRONG);
    }
  }

  private void end(String name, Outcome outcome) {
    if (begin(name).isZero()) {
      strikes.end(name, outcome);
    }
  }
}
