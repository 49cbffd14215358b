package kabar.domain;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Who is subscribed. Thread-safe.
final class Audience {
  private final ConcurrentHashMap<String, Set<Subscription>> byUser = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();
  private volatile Runnable changed = () -> {};

  /// Says what to do whenever somebody came or went. Any thread runs it.
  void whenChanged(Runnable action) {
    changed = action;
  }

  void add(Subscription subscription) {
    byUser.compute(
        subscription.user(),
        (_, known) -> {
          var all = known == null ? ConcurrentHashMap.<Subscription>newKeySet(2) : known;
          if (all.add(subscription)) {
            count.incrementAndGet();
          }
          return all;
        });
    changed.run();
  }

  void remove(Subscription subscription) {
    byUser.computeIfPresent(
        subscription.user(),
        (_, all) -> {
          if (all.remove(subscription)) {
            count.decrementAndGet();
          }
          return all.isEmpty() ? null : all;
        });
    changed.run();
  }

  /// The subscriptions of a user.
  Set<Subscription> of(String user) {
    return byUser.getOrDefault(user, Set.of());
  }

  void forEach(Consumer<Subscription> action) {
    byUser.values().forEach(all -> all.forEach(action));
  }

  boolean isEmpty() {
    return count.get() == 0;
  }

  /// How many there are.
  int size() {
    return count.get();
  }
}
