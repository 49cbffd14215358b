package kabar.bench;

import java.util.BitSet;

/// What one sender sent, and what of it was acknowledged. Belongs to the thread that sends.
final class Track {
  private final BitSet acknowledged = new BitSet();
  private int sent;

  /// Takes the number of the next message, which counts as sent from now on, whatever becomes of
  /// it.
  int send() {
    return sent++;
  }

  void acknowledge(int number) {
    acknowledged.set(number);
  }

  int sent() {
    return sent;
  }

  boolean isAcknowledged(int number) {
    return acknowledged.get(number);
  }

  /// The number of the first that was not acknowledged; of the next if all were.
  int firstUnacknowledged() {
    return acknowledged.nextClearBit(0);
  }

  int acknowledged() {
    return acknowledged.cardinality();
  }
}
