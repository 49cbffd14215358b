package kabar.testkit.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import kabar.api.fanout.Fanout;
import kabar.api.fanout.Hint;
import kabar.api.store.Change;
import kabar.api.store.Marker;
import kabar.api.store.TokenHash;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What every fan-out promises within a process. Each promise of {@link Fanout} is the name of one
/// test. A subclass says which fan-out.
public abstract class FanoutContract {
  private static final int THREADS = 4;
  private static final int HINTS = 500;

  private final List<Hint> told = new ArrayList<>();
  private Fanout fanout;

  /// Makes the fan-out under test, which reaches no other process.
  protected abstract Fanout create();

  @BeforeEach
  void begin() {
    fanout = create();
  }

  @AfterEach
  void end() {
    fanout.close();
  }

  @Test
  @DisplayName("Followers in the process that publishes have been told when publishing returns.")
  void tellsBeforePublishingReturns() {
    fanout.follow(told::add);

    for (var hint : everyKind()) {
      fanout.publish(hint);
      assertThat(told).endsWith(hint);
    }
  }

  @Test
  @DisplayName("A hint is told once to each follower.")
  void tellsOnce() {
    Queue<Hint> first = new ConcurrentLinkedQueue<>();
    Queue<Hint> second = new ConcurrentLinkedQueue<>();
    fanout.follow(first::add);
    fanout.follow(second::add);

    publishFromManyThreads();

    assertThat(first).hasSize(THREADS * HINTS).doesNotHaveDuplicates();
    assertThat(second).hasSize(THREADS * HINTS).doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("Hints that one thread publishes are told in that order.")
  void keepsTheOrderOfAThread() {
    Queue<Hint> seen = new ConcurrentLinkedQueue<>();
    fanout.follow(seen::add);

    publishFromManyThreads();

    for (int thread = 0; thread < THREADS; thread++) {
      var from = "user" + thread;
      assertThat(seen.stream().filter(hint -> isFrom(hint, from)).toList())
          .isEqualTo(IntStream.range(0, HINTS).mapToObj(i -> typing(from, i)).toList());
    }
  }

  @Test
  @DisplayName("A follower that publishes while it is told harms nobody.")
  void letsFollowersPublish() {
    var question = new Hint.PresenceStirred("messi");
    var answer = new Hint.PresenceStirred("pele");
    fanout.follow(
        hint -> {
          if (hint.equals(question)) {
            fanout.publish(answer);
          }
        });
    fanout.follow(told::add);

    fanout.publish(question);

    assertThat(told).containsExactlyInAnyOrder(question, answer);
  }

  @Test
  @DisplayName("A follower that fails harms neither whoever publishes nor other followers.")
  void survivesAFollowerThatFails() {
    fanout.follow(
        _ -> {
          throw new OnPurpose();
        });
    fanout.follow(told::add);

    everyKind().forEach(fanout::publish);

    assertThat(told).isEqualTo(everyKind());
  }

  @Test
  @DisplayName("Publishing to a closed fan-out is harmless and tells nobody.")
  void tellsNobodyWhenClosed() {
    fanout.follow(told::add);
    fanout.close();

    everyKind().forEach(fanout::publish);

    assertThat(told).isEmpty();
  }

  @Test
  @DisplayName("A follower is told of nothing that is published after it ceased to follow.")
  void ceasesToTell() {
    var hint = new Hint.PresenceStirred("messi");
    Consumer<Hint> follower = told::add;
    var first = fanout.follow(follower);
    var second = fanout.follow(follower);

    first.close();
    first.close();
    fanout.publish(hint);
    assertThat(told).containsExactly(hint);

    second.close();
    fanout.publish(hint);
    assertThat(told).containsExactly(hint);
  }

  @Test
  @DisplayName("Closing a fan-out twice is harmless.")
  void closesTwice() {
    fanout.close();
    fanout.close();

    fanout.follow(told::add);
    fanout.publish(new Hint.PresenceStirred("messi"));
    assertThat(told).isEmpty();
  }

  private void publishFromManyThreads() {
    var publishing =
        IntStream.range(0, THREADS)
            .mapToObj(thread -> CompletableFuture.runAsync(() -> publish("user" + thread)))
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(publishing).join();
  }

  private void publish(String from) {
    IntStream.range(0, HINTS).forEach(i -> fanout.publish(typing(from, i)));
  }

  private static boolean isFrom(Hint hint, String user) {
    return hint instanceof Hint.Typing typing && typing.from().equals(user);
  }

  private static Hint typing(String from, int number) {
    return new Hint.Typing(from, "user" + number);
  }

  private static List<Hint> everyKind() {
    return List.of(
        new Hint.Committed(new Change.Read(new Marker("messi", "pele", 1, 2))),
        new Hint.SessionsEnded(Set.of(TokenHash.of("token"))),
        new Hint.AllSessionsEnded("messi"),
        new Hint.PresenceStirred("messi"),
        new Hint.Typing("messi", "pele"));
  }

  /// Without a stack trace, which would fill the log of a test that passes.
  private static final class OnPurpose extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    OnPurpose() {
      super("thrown by a test of the contract", null, false, false);
    }
  }
}
