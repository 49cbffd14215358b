package kabar.store.sqlite;

import java.time.Instant;
import kabar.api.store.StoreException;

/// Moments as they are stored: nanoseconds since 1970, which reach from 1677 to 2262.
final class Times {
  private static final long SECOND = 1_000_000_000;
  private static final Instant FIRST = instant(Long.MIN_VALUE);
  private static final Instant LAST = instant(Long.MAX_VALUE);

  private Times() {}

  /// A moment to be stored.
  ///
  /// @throws StoreException if it is out of range
  static long stored(Instant moment) {
    if (moment.isBefore(FIRST) || moment.isAfter(LAST)) {
      throw new StoreException(
          "cannot store the time %s (expected %s to %s)".formatted(moment, FIRST, LAST));
    }
    return nanos(moment);
  }

  /// A moment to compare stored ones with; where it is out of range, the nearest that is not.
  static long bound(Instant moment) {
    if (moment.isBefore(FIRST)) {
      return Long.MIN_VALUE;
    }
    return moment.isAfter(LAST) ? Long.MAX_VALUE : nanos(moment);
  }

  static Instant instant(long nanos) {
    return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
  }

  private static long nanos(Instant moment) {
    // Counted from the next second where seconds are negative: the first ones would overflow.
    return moment.getEpochSecond() < 0
        ? (moment.getEpochSecond() + 1) * SECOND + (moment.getNano() - SECOND)
        : moment.getEpochSecond() * SECOND + moment.getNano();
  }
}
