package kabar.transport.udp;

/// How many resets may leave, so that nobody makes us flood somebody else with them. Confined to
/// one thread.
final class ResetBudget {
  private static final int PER_SECOND = 100;

  private long second;
  private int taken;

  /// Takes one of this second's.
  ///
  /// @param nowMillis of a clock that does not go back
  /// @return whether there was one
  boolean take(long nowMillis) {
    long current = nowMillis / 1_000;
    if (current != second) {
      second = current;
      taken = 0;
    }
    return taken++ < PER_SECOND;
  }
}
