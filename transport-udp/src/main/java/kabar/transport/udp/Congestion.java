package kabar.transport.udp;

/// How many packets may be under way (RFC 5681, counted in packets; RFC 8085 §3.1). Confined to one
/// thread.
final class Congestion {
  /// However well it goes.
  static final int MOST = 32;

  private static final int FIRST = 10;

  /// As many as it takes to see a loss without waiting for the timer: three overtake one.
  private static final int LEAST = 4;

  private double limit = FIRST;
  private double threshold = MOST;
  private long lastBeforeLoss;

  /// Packets that may be under way, 4..32.
  int limit() {
    return (int) limit;
  }

  /// A packet was acknowledged: the limit doubles per round trip until the first loss and grows by
  /// one per round trip from then on.
  void acknowledged() {
    limit = Math.min(MOST, limit + (limit < threshold ? 1 : 1 / limit));
  }

  /// A packet was lost. What was already under way at a loss tells nothing new.
  ///
  /// @param number of the packet
  /// @param lastSent the number of the packet sent last
  void lost(long number, long lastSent) {
    if (number > lastBeforeLoss) {
      lastBeforeLoss = lastSent;
      limit = Math.max(LEAST, limit / 2);
      threshold = limit;
    }
  }
}
