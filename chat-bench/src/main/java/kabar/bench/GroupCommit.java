package kabar.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// One thread that stores whatever waits, up to a bound, with one sync.
final class GroupCommit implements DurableLoop.Appender {
  /// Messages in a batch at most, as in our store unless it is told otherwise.
  static final int MOST = 1_024;

  private final Batches batches;
  private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
  private final Thread thread = new Thread(this::commitAll, "bench-commit");

  GroupCommit(Batches batches) {
    this.batches = batches;
    thread.start();
  }

  /// The last of the queue.
  private record End() implements Runnable {
    @Override
    public void run() {
      // Nobody waits for it.
    }
  }

  /// Where batches go.
  interface Batches extends AutoCloseable {

    /// Stores so many messages. They are on disk when this returns.
    void commit(int count) throws IOException;

    @Override
    void close() throws IOException;
  }

  @Override
  public void append(Runnable isStored) {
    waiting.add(isStored);
  }

  /// To be called when all is stored that was appended.
  @Override
  public void close() throws IOException {
    waiting.add(new End());
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    batches.close();
  }

  private void commitAll() {
    var batch = new ArrayList<Runnable>(MOST);
    try {
      while (take(batch)) {
        batches.commit(batch.size());
        batch.forEach(Runnable::run);
        batch.clear();
      }
    } catch (IOException | InterruptedException e) {
      // What is missing is noticed at the end of the round.
      System.getLogger(GroupCommit.class.getName()).log(System.Logger.Level.ERROR, "no commit", e);
    }
  }

  /// Waits for a message and takes what waits behind it. Answers whether that was not the end.
  private boolean take(List<Runnable> batch) throws InterruptedException {
    batch.add(waiting.take());
    waiting.drainTo(batch, MOST - 1);
    return !(batch.getLast() instanceof End);
  }
}
