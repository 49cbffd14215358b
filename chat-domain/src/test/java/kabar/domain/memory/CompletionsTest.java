package kabar.domain.memory;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import kabar.api.Followers;
import kabar.api.store.Change;
import kabar.api.store.Marker;
import org.junit.jupiter.api.Test;

final class CompletionsTest {
  private final Followers<Change> followers = new Followers<>();
  private final Completions completions = new Completions(followers);
  private final List<Integer> completed = new ArrayList<>();
  private final List<CompletableFuture<Void>> dependents = new ArrayList<>();

  @Test
  void completesInTheOrderOfAdding() {
    for (int i = 1; i <= 3; i++) {
      add(i, () -> {});
    }

    completions.run();

    assertThat(completed).containsExactly(1, 2, 3);
  }

  @Test
  void completesWhatADependentAddsAfterAllThatWaits() {
    add(
        1,
        () -> {
          add(3, () -> {});
          completions.run();
        });
    add(2, () -> {});

    completions.run();

    assertThat(completed).containsExactly(1, 2, 3);
  }

  @Test
  void doesNotRecurseHoweverManyDependentsAddInTurn() {
    addInTurn(1, 100_000);

    completions.run();

    assertThat(completed).hasSize(100_000).isSorted();
  }

  @Test
  void completesForOthersThatAddMeanwhile() throws Exception {
    var inside = new CountDownLatch(1);
    var added = new CountDownLatch(1);
    add(
        1,
        () -> {
          inside.countDown();
          await(added);
        });
    var completing = CompletableFuture.runAsync(completions::run);
    await(inside);

    add(2, () -> {});
    completions.run();
    var doneTooEarly = dependents.get(1).isDone();
    added.countDown();

    completing.get(10, SECONDS);
    assertThat(doneTooEarly).isFalse();
    assertThat(completed).containsExactly(1, 2);
  }

  @Test
  void goesOnAfterADependentThatFails() {
    add(
        1,
        () -> {
          throw new IllegalStateException("a bug of the dependent's");
        });
    add(2, () -> {});

    completions.run();

    assertThat(dependents.getFirst()).isCompletedExceptionally();
    assertThat(completed).containsExactly(1, 2);
  }

  @Test
  void tellsOfAChangeBeforeItsFutureAndAfterTheFuturesBefore() {
    var completedBefore = new ArrayList<List<Integer>>();
    followers.add(_ -> completedBefore.add(List.copyOf(completed)));
    var change = new Change.Read(new Marker("messi", "pele", 1, 2));
    add(1, List.of(), () -> {});
    add(2, List.of(change), () -> {});

    completions.run();

    assertThat(completedBefore).containsExactly(List.of(1));
    assertThat(completed).containsExactly(1, 2);
  }

  private void add(int value, Runnable dependent) {
    add(value, List.of(), dependent);
  }

  private void add(int value, List<Change> changes, Runnable dependent) {
    var future = new CompletableFuture<Integer>();
    dependents.add(future.thenAccept(completed::add).thenRun(dependent));
    completions.add(future, value, changes);
  }

  private void addInTurn(int value, int last) {
    if (value <= last) {
      add(value, () -> addInTurn(value + 1, last));
      completions.run();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting", e);
    }
  }
}
