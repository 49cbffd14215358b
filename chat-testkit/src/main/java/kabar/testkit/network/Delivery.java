package kabar.testkit.network;

/// One arrival of a datagram, or of what is left of it.
public final class Delivery {
  private final long delayNanos;
  private final byte[] bytes;

  Delivery(long delayNanos, byte[] bytes) {
    this.delayNanos = delayNanos;
    this.bytes = bytes;
  }

  /// How long after it was sent, 0 or more.
  public long delayNanos() {
    return delayNanos;
  }

  /// What arrives. Belongs to whoever takes it: no other delivery has the same array.
  public byte[] bytes() {
    return bytes;
  }
}
