package kabar.transport.udp;

/// Which packet numbers have arrived. Confined to one thread.
final class Arrivals {
  private long largest;
  private long mask;

  /// Whether a number has not arrived before and can still be told of.
  boolean isNew(long number) {
    long before = largest - number;
    return before < 0 || (before > 0 && before <= Ack.SPAN && (mask >>> (before - 1) & 1) == 0);
  }

  /// Whether this is the number that comes next when nothing is lost or overtaken.
  boolean isNext(long number) {
    return number == largest + 1;
  }

  /// Remembers a number that is new.
  ///
  /// @return whether it is the largest so far
  boolean add(long number) {
    long ahead = number - largest;
    if (ahead <= 0) {
      mask |= 1L << (-ahead - 1);
      return false;
    }
    // Shifting a long by 64 or more would shift it by the remainder. There is no number 0.
    long before = ahead < Long.SIZE ? mask << ahead : 0;
    long former = largest > 0 && ahead <= Ack.SPAN ? 1L << (ahead - 1) : 0;
    mask = before | former;
    largest = number;
    return true;
  }

  long largest() {
    return largest;
  }

  long mask() {
    return mask;
  }
}
