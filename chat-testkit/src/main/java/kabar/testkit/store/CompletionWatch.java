package kabar.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import kabar.api.store.Append;
import kabar.api.store.NewMessage;
import kabar.api.store.Store;
import org.jspecify.annotations.Nullable;

/// Watches in which order a store completes appends that are made by many threads.
///
/// A dependent tells the order only if the store ran it. One that is attached to a future already
/// complete runs at once on the thread that attaches it, whatever others do meanwhile; it can still
/// tell which futures are not complete yet, and these must have greater ids.
final class CompletionWatch {
  private static final int LINGER = 200;

  private final Store store;
  private final Set<Dependent> underWay = ConcurrentHashMap.newKeySet();
  private final Queue<Dependent> begun = new ConcurrentLinkedQueue<>();
  private final List<Long> runByStore = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger overlaps = new AtomicInteger();

  CompletionWatch(Store store) {
    this.store = store;
  }

  /// Appends a message that is new and watches its future.
  void append(NewMessage message) {
    var dependent = new Dependent(store.append(message).toCompletableFuture());
    underWay.add(dependent);
    begun.add(dependent);
    dependent.attach();
  }

  /// Waits for all futures and checks what was seen.
  void check() {
    begun.forEach(it -> Outcome.of(it.done));
    assertThat(overlaps).as("dependents run while another ran").hasValue(0);
    assertThat(runByStore).as("ids in the order of completion").isSorted().doesNotHaveDuplicates();
    for (var append : begun) {
      assertThat(append.id())
          .as("id of one completed later")
          .isGreaterThan(append.completedBefore.get());
    }
  }

  private final class Dependent implements Consumer<Append> {
    private final CompletableFuture<Append> future;
    /// The greatest id whose append was seen complete while this one was not.
    private final AtomicLong completedBefore = new AtomicLong(Long.MIN_VALUE);

    /// Ends when the dependent has run.
    private CompletableFuture<Void> done = new CompletableFuture<>();

    private volatile @Nullable Thread attaching;

    Dependent(CompletableFuture<Append> future) {
      this.future = future;
    }

    void attach() {
      attaching = Thread.currentThread();
      done = future.thenAccept(this);
      attaching = null;
    }

    long id() {
      return StoreContract.storedBy(Outcome.of(future)).id();
    }

    @Override
    public void accept(Append append) {
      underWay.remove(this);
      if (Thread.currentThread().equals(attaching)) {
        look(id());
      } else {
        runByStore(id());
      }
    }

    private void runByStore(long id) {
      if (running.getAndIncrement() > 0) {
        overlaps.incrementAndGet();
      }
      runByStore.add(id);
      look(id);
      linger();
      running.decrementAndGet();
    }

    private void look(long id) {
      for (var other : underWay) {
        if (!other.future.isDone()) {
          other.completedBefore.accumulateAndGet(id, Math::max);
        }
      }
    }

    /// Gives others the time to complete something too, if the store lets them.
    private static void linger() {
      for (int i = 0; i < LINGER; i++) {
        Thread.onSpinWait();
      }
    }
  }
}
