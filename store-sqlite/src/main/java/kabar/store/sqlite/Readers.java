package kabar.store.sqlite;

import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import kabar.api.store.StoreException;

/// The threads that read, and their connections. Both are made when they are first needed.
final class Readers implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Readers.class.getName());
  private static final int MAX_WAITING = 16_384;

  private final Database database;
  private final Names.Known known;
  private final Backlog backlog = new Backlog(MAX_WAITING, Long.MAX_VALUE);
  private final AtomicInteger threads = new AtomicInteger();
  private final ThreadPoolExecutor pool;

  /// Connections that nobody uses now; the one used last is first, for its memory is warm.
  private final Deque<View> idle = new ConcurrentLinkedDeque<>();

  /// Guarded by this object, so that nothing is begun behind the end.
  private boolean closed;

  Readers(Database database, Names.Known known, int count) {
    this.database = database;
    this.known = known;
    this.pool =
        new ThreadPoolExecutor(
            count, count, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), this::thread);
  }

  /// Reads on another thread, which completes the future.
  <T> CompletableFuture<T> submit(View.Read<T> read) {
    var future = new CompletableFuture<T>();
    synchronized (this) {
      if (closed) {
        return CompletableFuture.failedFuture(new StoreException("the store is closed"));
      }
      if (!backlog.enter(0)) {
        return Backlog.busy();
      }
      pool.execute(() -> run(read, future));
    }
    return future;
  }

  /// How many reads wait or are under way.
  int waiting() {
    return backlog.count();
  }

  /// Completes what was begun, and closes the connections. A dependent of a read may call it too.
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    pool.shutdown();
    awaitEnd();
    for (var view = idle.poll(); view != null; view = idle.poll()) {
      close(view);
    }
  }

  private <T> void run(View.Read<T> read, CompletableFuture<T> future) {
    try {
      future.complete(counted(read));
    } catch (StoreException e) {
      future.completeExceptionally(e);
    } catch (SQLException e) {
      future.completeExceptionally(Explanation.of(e));
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "a read failed because of a bug", e);
      future.completeExceptionally(new StoreException("the store has a bug: " + e, e));
    }
  }

  private <T> T counted(View.Read<T> read) throws SQLException {
    try {
      return with(read);
    } finally {
      backlog.leave(0);
    }
  }

  private <T> T with(View.Read<T> read) throws SQLException {
    var view = idle.poll();
    if (view == null) {
      view = new View(database.reader(), known);
    }
    try {
      return read.from(view);
    } finally {
      idle.push(view);
    }
  }

  private Thread thread(Runnable work) {
    return new Thread(work, "kabar-sqlite-reader-" + threads.incrementAndGet());
  }

  private void awaitEnd() {
    boolean own = Thread.currentThread().getName().startsWith("kabar-sqlite-reader-");
    try {
      if (!own && !pool.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS)) {
        throw new IllegalStateException("an eternity has passed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void close(View view) {
    try {
      view.close();
    } catch (SQLException e) {
      LOG.log(System.Logger.Level.WARNING, "a connection did not close: {0}", e.getMessage());
    }
  }
}
