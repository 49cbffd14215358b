package kabar.tui.program;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The one queue of the screen's thread. Any thread may put something into it; nothing waits there
/// but the screen's thread, for the next tiding.
final class Mailbox {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition isFull = lock.newCondition();
  private List<Tiding> waiting = new ArrayList<>();
  private final Set<Tiding> stale = new HashSet<>();

  /// Puts something behind what waits; what is stale already is not put again.
  void put(Tiding tiding) {
    lock.lock();
    try {
      if (!(tiding instanceof Tiding.Stale) || stale.add(tiding)) {
        waiting.add(tiding);
        isFull.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Takes all that waits, in order. Waits for the first for so long at most.
  ///
  /// @return empty if nothing came
  List<Tiding> take(long nanos) throws InterruptedException {
    lock.lock();
    try {
      long left = nanos;
      while (waiting.isEmpty() && left > 0) {
        left = isFull.awaitNanos(left);
      }
      var taken = waiting;
      waiting = new ArrayList<>();
      stale.clear();
      return taken;
    } finally {
      lock.unlock();
    }
  }
}
