package kabar.bench;

import java.util.Arrays;
import java.util.function.LongConsumer;

/// How long each of many things took, in nanoseconds, to within one percent: counted in buckets, so
/// that it does not matter how many there are. Thread-safe.
final class Latencies implements LongConsumer {
  /// Of a number only the highest bits count, so many.
  private static final int BITS = 8;

  private static final int SHIFTS = Long.SIZE - BITS;

  // Both guarded by this.
  private final long[] buckets = new long[SHIFTS << BITS];
  private long count;

  /// @param nanos 0 or more
  @Override
  public synchronized void accept(long nanos) {
    int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(nanos) - BITS);
    buckets[(shift << BITS) + (int) (nanos >>> shift)]++;
    count++;
  }

  synchronized void clear() {
    Arrays.fill(buckets, 0);
    count = 0;
  }

  /// What so many of a hundred took at most (the nearest rank); NaN if there was nothing.
  ///
  /// @param percent more than 0, up to 100
  synchronized double percentile(double percent) {
    long rank = (long) Math.ceil(count * percent / 100);
    int bucket = -1;
    while (rank > 0) {
      bucket++;
      rank -= buckets[bucket];
    }
    return bucket < 0 ? Double.NaN : highest(bucket);
  }

  /// The greatest number that falls into a bucket.
  private static double highest(int bucket) {
    int shift = bucket >> BITS;
    long bits = bucket & ((1 << BITS) - 1);
    return ((bits + 1) << shift) - 1;
  }
}
