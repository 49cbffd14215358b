package kabar.domain;

import java.util.concurrent.atomic.LongAdder;

/// Counts what live connections are told. Thread-safe.
final class LiveCounters {
  private final LongAdder told = new LongAdder();
  private final LongAdder dropped = new LongAdder();
  private final LongAdder catchUps = new LongAdder();

  /// A notice was handed over to a connection.
  void tell() {
    told.increment();
  }

  /// A notice that is of no use later found no room.
  void drop() {
    dropped.increment();
  }

  /// A connection had no room for a change, and is to get it from the store.
  void fallBehind() {
    catchUps.increment();
  }

  long told() {
    return told.sum();
  }

  long dropped() {
    return dropped.sum();
  }

  long catchUps() {
    return catchUps.sum();
  }
}
