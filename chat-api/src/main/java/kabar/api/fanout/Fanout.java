package kabar.api.fanout;

import java.util.function.Consumer;
import kabar.api.Following;

/// Carries hints from whoever publishes them to all who follow, in this process and in others that
/// serve the same store. Thread-safe; no call blocks.
///
/// A bus between processes may lose hints while it is broken, and may be late. Within a process
/// nothing is lost.
public interface Fanout extends AutoCloseable {

  /// Tells all followers.
  ///
  /// - Followers in the process that publishes have been told when publishing returns.
  /// - A hint is told once to each follower.
  /// - Hints that one thread publishes are told in that order.
  /// - A follower that publishes while it is told harms nobody.
  /// - A follower that fails harms neither whoever publishes nor other followers.
  /// - Publishing to a closed fan-out is harmless and tells nobody.
  void publish(Hint hint);

  /// Has somebody told of every hint that is published from now on, on any thread and on several at
  /// once; whoever is told must not block.
  ///
  /// - A follower is told of nothing that is published after it ceased to follow.
  ///
  /// @return ends it
  Following follow(Consumer<Hint> follower);

  /// Carries nothing any more.
  ///
  /// - Closing a fan-out twice is harmless.
  @Override
  void close();
}
