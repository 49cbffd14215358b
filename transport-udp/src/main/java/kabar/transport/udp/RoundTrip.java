package kabar.transport.udp;

/// How long a packet and its acknowledgement take, and how long to wait before a packet is taken
/// for lost (RFC 6298). Confined to one thread; times are microseconds.
final class RoundTrip {
  private static final long FIRST_TIMEOUT_MICROS = 500_000;
  private static final long MIN_TIMEOUT_MICROS = 100_000;
  private static final long MAX_TIMEOUT_MICROS = 5_000_000;
  private static final int MOST_DOUBLINGS = 10;

  private long smoothed;
  private long variation;
  private int doublings;
  private boolean isKnown;

  /// Takes a sample of a packet that was sent once (RFC 6298 §2.2 and §2.3).
  void sample(long micros) {
    if (isKnown) {
      variation += (Math.abs(smoothed - micros) - variation) / 4;
      smoothed += (micros - smoothed) / 8;
    } else {
      isKnown = true;
      smoothed = micros;
      variation = micros / 2;
    }
  }

  /// The smoothed time; 0 as long as none is known.
  long smoothedMicros() {
    return smoothed;
  }

  /// How long to wait for an acknowledgement (RFC 6298 §2.4 and §5.5).
  long timeoutMicros() {
    long once = isKnown ? smoothed + 4 * variation : FIRST_TIMEOUT_MICROS;
    return Math.min(Math.max(once, MIN_TIMEOUT_MICROS) << doublings, MAX_TIMEOUT_MICROS);
  }

  /// The wait has ended without an acknowledgement.
  void timedOut() {
    doublings = Math.min(doublings + 1, MOST_DOUBLINGS);
  }

  /// Something new was acknowledged.
  void acknowledged() {
    doublings = 0;
  }
}
