package kabar.domain;

import java.net.SocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/// Counts connections by address. Not thread-safe: guarded by the {@link Door}.
///
/// What it keeps is bounded: an entry for each address that is inside, and a {@link Quota}.
final class Neighbours {
  private static final Duration WINDOW = Duration.ofMinutes(10);

  private final AddressLimits limits;
  private final LimitHits hits;
  private final Quota newcomers;
  private final Map<Place, Integer> inside = new HashMap<>();

  Neighbours(AddressLimits limits, InstantSource clock, LimitHits hits) {
    this.limits = limits;
    this.hits = hits;
    this.newcomers = new Quota(limits.newConnections(), WINDOW, clock);
  }

  /// Whether one more may come from there. One that may not is not counted.
  boolean admits(SocketAddress address) {
    if (limits.exempt().contains(address)) {
      return true;
    }
    var place = Place.of(address);
    if (inside.getOrDefault(place, 0) >= limits.connections()) {
      hits.hit(Limit.CONNECTIONS_PER_ADDRESS);
      return false;
    }
    if (newcomers.take(place.name()).isPositive()) {
      hits.hit(Limit.NEW_CONNECTIONS);
      return false;
    }
    return true;
  }

  /// One that was admitted has come in.
  void entered(SocketAddress address) {
    if (!limits.exempt().contains(address)) {
      inside.merge(Place.of(address), 1, Integer::sum);
    }
  }

  /// One that had come in is gone.
  void left(SocketAddress address) {
    if (!limits.exempt().contains(address)) {
      inside.computeIfPresent(Place.of(address), (_, count) -> count == 1 ? null : count - 1);
    }
  }
}
