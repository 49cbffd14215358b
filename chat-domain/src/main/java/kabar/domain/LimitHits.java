package kabar.domain;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/// Counts how often each limit was reached. Thread-safe.
final class LimitHits {
  private final Map<Limit, LongAdder> hits = new EnumMap<>(Limit.class);

  LimitHits() {
    for (var limit : Limit.values()) {
      hits.put(limit, new LongAdder());
    }
  }

  void hit(Limit limit) {
    counter(limit).increment();
  }

  long count(Limit limit) {
    return counter(limit).sum();
  }

  /// The counters, by the words of their limits.
  Map<String, LongSupplier> counters() {
    var counters = new LinkedHashMap<String, LongSupplier>();
    hits.forEach((limit, counter) -> counters.put(limit.word(), counter::sum));
    return counters;
  }

  private LongAdder counter(Limit limit) {
    return requireNonNull(hits.get(limit));
  }
}
