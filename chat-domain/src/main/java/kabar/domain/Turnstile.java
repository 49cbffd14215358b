package kabar.domain;

import java.util.concurrent.atomic.AtomicInteger;

/// Lets so many be inside at once. Thread-safe.
final class Turnstile {
  private final int most;
  private final AtomicInteger inside = new AtomicInteger();

  Turnstile(int most) {
    this.most = most;
  }

  /// Goes in if there is room. Answers whether there was; whoever is inside has to leave.
  boolean enter() {
    boolean hasRoom = inside.incrementAndGet() <= most;
    if (!hasRoom) {
      leave();
    }
    return hasRoom;
  }

  void leave() {
    inside.decrementAndGet();
  }

  /// How many are inside.
  int count() {
    return Math.min(inside.get(), most);
  }
}
