package kabar.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Hashes in no time, and holds its answers back when told to.
final class FakeHasher implements PasswordHasher {
  private final List<CompletableFuture<Void>> held = new ArrayList<>();
  private final CountDownLatch asked = new CountDownLatch(1);
  private boolean isHolding;
  private int count;
  private boolean failsNext;

  /// The hash of a password.
  static String hashOf(String password) {
    return "fake:" + password;
  }

  /// A hash of a password with parameters of yesterday.
  static String oldHashOf(String password) {
    return "old:" + password;
  }

  @Override
  public CompletionStage<String> hash(String password) {
    return answer(hashOf(password));
  }

  @Override
  public CompletionStage<Verdict> verify(String password, String hash) {
    if (hash.equals(oldHashOf(password))) {
      return answer(Verdict.OUTDATED);
    }
    return answer(hash.equals(hashOf(password)) ? Verdict.RIGHT : Verdict.WRONG);
  }

  @Override
  public CompletionStage<Verdict> reject(String password) {
    return answer(Verdict.WRONG);
  }

  @Override
  public boolean knows(String hash) {
    return hash.startsWith("fake:") || hash.startsWith("old:");
  }

  /// Answers nothing until {@link #release}.
  synchronized void hold() {
    isHolding = true;
  }

  /// Waits until it holds an answer back.
  void awaitHeld() throws InterruptedException {
    if (!asked.await(10, TimeUnit.SECONDS)) {
      throw new AssertionError("nobody asked the hasher");
    }
  }

  /// Gives all answers held back and holds none any more.
  void release() {
    for (var future : takeHeld()) {
      future.complete(null);
    }
  }

  private synchronized List<CompletableFuture<Void>> takeHeld() {
    isHolding = false;
    var taken = List.copyOf(held);
    held.clear();
    return taken;
  }

  /// Has no time for the next.
  synchronized void failNext() {
    failsNext = true;
  }

  /// How often it was asked and had time.
  synchronized int count() {
    return count;
  }

  private synchronized <T> CompletionStage<T> answer(T value) {
    if (failsNext) {
      failsNext = false;
      return CompletableFuture.failedStage(new UnavailableException("no time"));
    }
    count++;
    if (!isHolding) {
      return CompletableFuture.completedStage(value);
    }
    var gate = new CompletableFuture<Void>();
    held.add(gate);
    asked.countDown();
    return gate.thenApply(_ -> value);
  }
}
