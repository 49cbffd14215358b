package kabar.domain;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import kabar.api.fanout.Fanout;
import kabar.api.fanout.Hint;

/// The fan-out of a chat that is one process: tells on the thread that publishes.
final class LocalFanout implements Fanout {
  private static final System.Logger LOG = System.getLogger(LocalFanout.class.getName());

  private final List<Follower> followers = new CopyOnWriteArrayList<>();
  private volatile boolean isClosed;

  /// Compared by identity: one who follows twice is two, each of whom may end by itself.
  private static final class Follower {
    private final Consumer<Hint> told;

    Follower(Consumer<Hint> told) {
      this.told = told;
    }
  }

  @Override
  public void publish(Hint hint) {
    if (isClosed) {
      return;
    }
    for (var follower : followers) {
      try {
        follower.told.accept(hint);
      } catch (RuntimeException e) {
        LOG.log(System.Logger.Level.ERROR, "a follower of hints failed because of a bug", e);
      }
    }
  }

  @Override
  public Following follow(Consumer<Hint> follower) {
    var own = new Follower(follower);
    followers.add(own);
    return () -> followers.remove(own);
  }

  @Override
  public void close() {
    isClosed = true;
    followers.clear();
  }
}
