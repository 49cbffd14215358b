package kabar.api.transport;

import static kabar.api.transport.Timed.NEVER;

/// When the patience with one connection's peer is over, by {@link TransportLimits}. Confined to
/// one thread; times are the milliseconds of a {@link Timetable}. Each method that begins a wait
/// answers when it is over.
public final class Deadlines {
  /// A peer that has been quiet for so long after our end is not going to send more.
  private static final long QUIET_MILLIS = 300;

  /// How often it is seen whether a queue that waits has become full.
  private static final long CHECK_MILLIS = 1_000;

  private final TransportLimits limits;
  private long firstPayload = NEVER;
  private long stall = NEVER;
  private long close = NEVER;
  private long quiet = NEVER;

  public Deadlines(TransportLimits limits) {
    this.limits = limits;
  }

  /// The first payload has begun, now or before.
  public long beginFirstPayload(long now) {
    if (firstPayload == NEVER) {
      firstPayload = now + limits.firstPayload().toMillis();
    }
    return firstPayload;
  }

  public void endFirstPayload() {
    firstPayload = NEVER;
  }

  public boolean isFirstPayloadLate(long now) {
    return firstPayload <= now;
  }

  /// The peer takes no more, having taken something just now.
  public long beginStall(long now) {
    stall = now + limits.stall().toMillis();
    return stall;
  }

  public void endStall() {
    stall = NEVER;
  }

  public boolean isStalled(long now) {
    return stall <= now;
  }

  /// The owner has closed the connection.
  public long beginClose(long now) {
    close = now + limits.close().toMillis();
    return close;
  }

  /// Everything is sent; what the peer still sends is awaited.
  public long beginQuiet(long now) {
    quiet = now + QUIET_MILLIS;
    return quiet;
  }

  public boolean isCloseOver(long now) {
    return Math.min(close, quiet) <= now;
  }

  /// The next time at which something may be over.
  public long next(long now) {
    long check = stall == NEVER ? NEVER : Math.max(stall, now + CHECK_MILLIS);
    return Math.min(Math.min(close, quiet), Math.min(firstPayload, check));
  }
}
