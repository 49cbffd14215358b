package kabar.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import kabar.api.store.StoreException;

/// The one thread that writes. It takes whatever waits, up to a bound, as one transaction with one
/// sync, so that the more there is to do, the less each costs; and what comes alone waits for
/// nothing.
///
/// A second thread tells of what was committed, in that order, so that the next transaction does
/// not wait for those who hear of the last.
final class Writer implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Writer.class.getName());
  private static final int MAX_WAITING = 16_384;
  private static final long MAX_WAITING_BYTES = 32 << 20;

  /// The last of a queue. Nobody waits for it.
  private static final Pending<Void> END = new Pending<>(_ -> null, 0);

  private final Ledger ledger;
  private final int maxBatch;
  private final Consumer<Standing> published;
  private final Backlog backlog = new Backlog(MAX_WAITING, MAX_WAITING_BYTES);
  private final BlockingQueue<Pending<?>> waiting = new LinkedBlockingQueue<>();
  private final BlockingQueue<List<Pending<?>>> done = new LinkedBlockingQueue<>();
  private final LongAdder batches = new LongAdder();
  private final Thread committing = new Thread(this::commitAll, "kabar-sqlite-writer");
  private final Thread completing = new Thread(this::completeAll, "kabar-sqlite-completer");

  /// Whether the last transaction failed. Belongs to the thread that commits.
  private boolean failing;

  /// Guarded by this object, so that nothing is queued behind the end.
  private boolean closed;

  /// @param maxBatch writes in one transaction at most
  /// @param published hears where the store stands, before anybody hears of a write
  Writer(Ledger ledger, int maxBatch, Consumer<Standing> published) {
    this.ledger = ledger;
    this.maxBatch = maxBatch;
    this.published = published;
  }

  void start() {
    committing.start();
    completing.start();
  }

  /// Queues a write.
  ///
  /// @param weight about how many bytes it holds on to
  <T> CompletableFuture<T> submit(Pending.Write<T> write, int weight) {
    return submit(new Pending<>(write, weight));
  }

  /// Queues a write.
  <T> CompletableFuture<T> submit(Pending<T> pending) {
    synchronized (this) {
      if (closed) {
        return CompletableFuture.failedFuture(new StoreException("the store is closed"));
      }
      if (!backlog.enter(pending.weight())) {
        return Backlog.busy();
      }
      waiting.add(pending);
    }
    return pending.future();
  }

  /// How many writes wait or are under way.
  int waiting() {
    return backlog.count();
  }

  /// How many transactions were committed.
  long batches() {
    return batches.sum();
  }

  /// Completes what is queued and ends. A dependent of a write may call it too.
  @Override
  public void close() {
    synchronized (this) {
      if (!closed) {
        closed = true;
        waiting.add(END);
      }
    }
    awaitEnd(committing);
    if (!Thread.currentThread().equals(completing)) {
      awaitEnd(completing);
    }
  }

  private void commitAll() {
    var batch = new ArrayList<Pending<?>>();
    boolean ended = false;
    while (!ended) {
      ended = take(batch);
      commit(batch);
      // The completer keeps the list.
      done.add(batch);
      batch = new ArrayList<>();
    }
    done.add(List.of(END));
  }

  /// Waits for a write and takes what waits behind it. Answers whether it met the end.
  private boolean take(List<Pending<?>> batch) {
    try {
      batch.add(waiting.take());
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts the writer", e);
    }
    waiting.drainTo(batch, maxBatch - 1);
    return batch.getLast() == END && batch.removeLast() == END;
  }

  /// Commits a batch as a whole, or if that fails each by itself, so that only those fail that
  /// cannot be done.
  private void commit(List<Pending<?>> batch) {
    if (batch.isEmpty()) {
      return;
    }
    try {
      transact(batch);
      tell(false, "writing works again");
    } catch (SQLException | RuntimeException e) {
      ledger.rollBack();
      if (batch.size() == 1) {
        batch.getFirst().failed(e);
        tell(true, "a write failed: " + e.getMessage());
      } else {
        batch.forEach(it -> commit(List.of(it)));
      }
    }
  }

  /// Logs the first failure of several, and their end.
  private void tell(boolean fails, String what) {
    if (fails != failing) {
      failing = fails;
      LOG.log(fails ? System.Logger.Level.WARNING : System.Logger.Level.INFO, what);
    }
  }

  private void transact(List<Pending<?>> batch) throws SQLException {
    ledger.begin();
    for (var pending : batch) {
      pending.run(ledger);
    }
    ledger.commit();
    batches.increment();
    published.accept(ledger.standing());
  }

  private void completeAll() {
    for (var batch = takeDone(); batch.isEmpty() || batch.getFirst() != END; batch = takeDone()) {
      for (var pending : batch) {
        backlog.leave(pending.weight());
        pending.complete();
      }
    }
  }

  private List<Pending<?>> takeDone() {
    try {
      return done.take();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts the completer", e);
    }
  }

  /// Waits for a thread, and leaves an interrupt for whoever called.
  static void awaitEnd(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
