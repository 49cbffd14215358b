package kabar.domain;

import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kabar.api.Following;
import kabar.api.fanout.Fanout;
import kabar.api.fanout.Hint;
import kabar.api.store.Change;
import kabar.api.store.Cursor;

/// A fan-out as others see it over a bus: no change itself arrives, only a hint of it, or nothing.
final class HintsOnly implements Fanout {
  private final LocalFanout local = new LocalFanout();
  private String incarnation = "";
  private boolean isLosing;

  /// From now on hints of changes get lost, or do not.
  void lose(boolean isLosing) {
    this.isLosing = isLosing;
  }

  /// The store that changes are made in.
  void of(Cursor cursor) {
    incarnation = cursor.incarnation();
  }

  @Override
  public void publish(Hint hint) {
    if (hint instanceof Hint.Committed(var change)) {
      if (!isLosing) {
        local.publish(new Hint.Changed(users(change), new Cursor(incarnation, change.position())));
      }
    } else {
      local.publish(hint);
    }
  }

  @Override
  public Following follow(Consumer<Hint> follower) {
    return local.follow(follower);
  }

  @Override
  public void close() {
    local.close();
  }

  private static Set<String> users(Change change) {
    return switch (change) {
      case Change.Sent(var message) ->
          Set.copyOf(Stream.of(message.from(), message.to()).distinct().toList());
      case Change.Read(var marker) -> Set.of(marker.user());
    };
  }
}
