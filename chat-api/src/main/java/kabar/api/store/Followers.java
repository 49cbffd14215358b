package kabar.api.store;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Those who follow a store, for whoever writes one. Thread-safe.
///
/// It tells on the thread that calls, at once; the store sees to it that this is one thread at a
/// time, in commit order.
public final class Followers {
  private static final System.Logger LOG = System.getLogger(Followers.class.getName());

  private final List<Follower> followers = new CopyOnWriteArrayList<>();

  /// Compared by identity: one who follows twice is two, each of whom may end by itself.
  private static final class Follower {
    private final Consumer<Change> told;

    Follower(Consumer<Change> told) {
      this.told = told;
    }
  }

  /// Nobody yet.
  public Followers() {}

  /// Takes one more in, who is told from the next change on; see {@link Store#follow}.
  public Store.Following add(Consumer<Change> follower) {
    var own = new Follower(follower);
    followers.add(own);
    return () -> followers.remove(own);
  }

  /// Tells all of a change, in the order in which they were taken in. What one of them throws is
  /// logged.
  public void tell(Change change) {
    for (var follower : followers) {
      try {
        follower.told.accept(change);
      } catch (RuntimeException e) {
        LOG.log(System.Logger.Level.ERROR, "a follower of the store failed because of a bug", e);
      }
    }
  }
}
