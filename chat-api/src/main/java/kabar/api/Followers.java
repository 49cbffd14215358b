package kabar.api;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Those who are told of what happens somewhere, for whoever writes a store or a fan-out.
/// Thread-safe.
///
/// It tells on the thread that calls, at once; whoever calls sees to the order.
///
/// @param <T> what they are told
public final class Followers<T> {
  private static final System.Logger LOG = System.getLogger(Followers.class.getName());

  private final List<Follower<T>> followers = new CopyOnWriteArrayList<>();

  /// Compared by identity: one who follows twice is two, each of whom may end by itself.
  private static final class Follower<T> {
    private final Consumer<? super T> told;

    Follower(Consumer<? super T> told) {
      this.told = told;
    }
  }

  /// Nobody yet.
  public Followers() {}

  /// Takes one more in, who is told from now on, and until the answer is closed.
  public Following add(Consumer<? super T> follower) {
    var own = new Follower<T>(follower);
    followers.add(own);
    return () -> followers.remove(own);
  }

  /// Tells all of something, in the order in which they were taken in. What one of them throws is
  /// logged.
  public void tell(T news) {
    for (var follower : followers) {
      try {
        follower.told.accept(news);
      } catch (RuntimeException e) {
        LOG.log(
            System.Logger.Level.ERROR,
            "a follower of %s failed because of a bug".formatted(news.getClass().getSimpleName()),
            e);
      }
    }
  }

  /// Lets all of them go.
  public void clear() {
    followers.clear();
  }
}
