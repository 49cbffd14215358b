package kabar.domain;

import java.util.function.Consumer;
import kabar.api.Followers;
import kabar.api.Following;
import kabar.api.fanout.Fanout;
import kabar.api.fanout.Hint;

/// The fan-out of a chat that is one process: tells on the thread that publishes.
final class LocalFanout implements Fanout {
  private final Followers<Hint> followers = new Followers<>();
  private volatile boolean isClosed;

  @Override
  public void publish(Hint hint) {
    if (!isClosed) {
      followers.tell(hint);
    }
  }

  @Override
  public Following follow(Consumer<Hint> follower) {
    return followers.add(follower);
  }

  @Override
  public void close() {
    isClosed = true;
    followers.clear();
  }
}
