package kabar.transport.tcp;

import static kabar.transport.tcp.Timed.NEVER;

import kabar.api.transport.TransportLimits;

/// When the patience with one connection's peer is over. Confined to its loop's thread; times are
/// the loop's milliseconds. Each method that begins a wait answers when it is over.
final class Deadlines {
  /// A peer that has been quiet for so long after our end is not going to send more.
  private static final long QUIET_MILLIS = 300;

  /// How often it is seen whether a queue that waits has become full.
  private static final long CHECK_MILLIS = 1_000;

  private final TransportLimits limits;
  private long firstPayload = NEVER;
  private long stall = NEVER;
  private long close = NEVER;
  private long quiet = NEVER;

  Deadlines(TransportLimits limits) {
    this.limits = limits;
  }

  /// The first payload has begun, now or before.
  long beginFirstPayload(long now) {
    if (firstPayload == NEVER) {
      firstPayload = now + limits.firstPayload().toMillis();
    }
    return firstPayload;
  }

  void endFirstPayload() {
    firstPayload = NEVER;
  }

  boolean isFirstPayloadLate(long now) {
    return firstPayload <= now;
  }

  /// The peer takes no more, having taken something just now.
  long beginStall(long now) {
    stall = now + limits.stall().toMillis();
    return stall;
  }

  void endStall() {
    stall = NEVER;
  }

  boolean isStalled(long now) {
    return stall <= now;
  }

  /// The owner has closed the connection.
  long beginClose(long now) {
    close = now + limits.close().toMillis();
    return close;
  }

  /// Everything is sent; what the peer still sends is awaited.
  long beginQuiet(long now) {
    quiet = now + QUIET_MILLIS;
    return quiet;
  }

  boolean isCloseOver(long now) {
    return Math.min(close, quiet) <= now;
  }

  /// The next time at which something may be over.
  long next(long now) {
    long check = stall == NEVER ? NEVER : Math.max(stall, now + CHECK_MILLIS);
    return Math.min(Math.min(close, quiet), Math.min(firstPayload, check));
  }
}
