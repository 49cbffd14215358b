package kabar.domain.memory;

import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import kabar.api.store.Marker;

/// The markers of one user. One thread at a time moves them; any thread reads, without a lock.
final class Markers {
  private final Map<String, Marker> byConversation = new ConcurrentHashMap<>();
  private final NavigableMap<Long, Marker> byLastMove = new ConcurrentSkipListMap<>();

  /// The marker in the conversation with somebody, if it ever moved.
  Optional<Marker> with(String other) {
    return Optional.ofNullable(byConversation.get(other));
  }

  /// Puts a marker where it has moved to, at a position above all others here.
  void put(Marker marker) {
    var earlier = byConversation.put(marker.with(), marker);
    if (earlier != null) {
      byLastMove.remove(earlier.position());
    }
    byLastMove.put(marker.position(), marker);
  }

  /// Those whose last move came after one position and not after another, in the order of these.
  Collection<Marker> between(long after, long upTo) {
    return byLastMove.subMap(after, false, upTo, true).values();
  }

  void clear() {
    byConversation.clear();
    byLastMove.clear();
  }
}
