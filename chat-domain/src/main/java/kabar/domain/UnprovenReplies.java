package kabar.domain;

import java.net.SocketAddress;
import java.time.Duration;
import java.time.InstantSource;

/// How many replies a second may go to addresses where nobody is known to have asked: to each, and
/// in all. Thread-safe.
///
/// The count of all comes first and is one number: a flood from made-up addresses ends there and
/// leaves no trace. What is counted by address is a {@link Quota}, which does not grow. A second
/// begins with its first reply.
final class UnprovenReplies {
  private static final Duration WINDOW = Duration.ofSeconds(1);

  private final int most;
  private final Exemptions exempt;
  private final InstantSource clock;
  private final LimitHits hits;
  private final Quota perAddress;

  // Guarded by this.
  private int count;
  private long endMillis;

  UnprovenReplies(ChatLimits limits, InstantSource clock, LimitHits hits) {
    this.most = limits.unproven().replies();
    this.exempt = limits.addresses().exempt();
    this.clock = clock;
    this.hits = hits;
    this.perAddress = new Quota(limits.unproven().repliesPerAddress(), WINDOW, clock);
  }

  /// Whether one more may leave. One that may not is not counted.
  boolean mayLeave(SocketAddress to) {
    return exempt.contains(to) || take(to);
  }

  private synchronized boolean take(SocketAddress to) {
    long now = clock.millis();
    // A clock that was set back must not keep anybody waiting for longer than a window.
    if (now >= endMillis || endMillis - now > WINDOW.toMillis()) {
      endMillis = now + WINDOW.toMillis();
      count = 0;
    }
    if (count >= most) {
      hits.hit(Limit.UNPROVEN_REPLIES);
      return false;
    }
    if (perAddress.take(Place.of(to).name()).isPositive()) {
      hits.hit(Limit.UNPROVEN_REPLIES_PER_ADDRESS);
      return false;
    }
    count++;
    return true;
  }
}
