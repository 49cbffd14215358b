package kabar.transport.udp;

import java.nio.ByteBuffer;
import java.util.TreeMap;

/// What a raw peer has received: the bytes that nobody read yet, and what to acknowledge. Guarded
/// by the peer's monitor.
final class PeerInput {
  /// The window that every connection begins with.
  private static final int FIRST_WINDOW_BYTES = 65_536;

  /// The window later on: small, so that a peer that reads nothing is soon felt at the other end.
  private static final int WINDOW_BYTES = 16 * 1024;

  private static final int MASK_BITS = 64;
  private static final int MOST_DELAY_MICROS = 65_535;

  private final TreeMap<Long, ByteBuffer> ahead = new TreeMap<>();
  private final ByteBuffer arrived = ByteBuffer.allocate(FIRST_WINDOW_BYTES);
  private long next;
  private long end = Long.MAX_VALUE;
  private long toldWindowEnd = FIRST_WINDOW_BYTES;
  private long largest;
  private long mask;
  private long largestArrivedAt;
  private boolean dropping;

  /// Takes a numbered packet, read as far as its number. Answers whether to acknowledge it.
  boolean accept(ByteBuffer packet, boolean last, long now) {
    long number = packet.getLong();
    long offset = packet.getLong();
    if (isOld(number)) {
      return true;
    }
    if (packet.hasRemaining() && offset + packet.remaining() > windowEnd()) {
      return false;
    }
    note(number, now);
    if (last) {
      end = offset + packet.remaining();
    }
    ahead.merge(offset, packet, (old, it) -> old.remaining() < it.remaining() ? it : old);
    join();
    return true;
  }

  /// Puts `largest`, `mask`, `window end` and `delay`.
  void acknowledge(ByteBuffer packet, long now) {
    toldWindowEnd = windowEnd();
    long delay = largest == 0 ? 0 : (now - largestArrivedAt) / 1_000;
    packet.putLong(largest).putLong(mask).putLong(toldWindowEnd);
    packet.putShort((short) Math.min(delay, MOST_DELAY_MICROS));
  }

  boolean isEmpty() {
    return arrived.position() == 0;
  }

  /// Whether all has arrived that will.
  boolean hasEnded() {
    return next == end;
  }

  byte[] take(int atMost) {
    arrived.flip();
    var some = new byte[Math.min(arrived.remaining(), atMost)];
    arrived.get(some);
    arrived.compact();
    return some;
  }

  /// Whether the window has moved so far that the other end has to be told.
  boolean hasNews() {
    return windowEnd() - toldWindowEnd >= WINDOW_BYTES / 2;
  }

  /// From now on, what arrives is dropped as if it were read.
  void drop() {
    dropping = true;
    arrived.clear();
  }

  private long windowEnd() {
    long taken = next - arrived.position();
    return Math.max(FIRST_WINDOW_BYTES, taken + WINDOW_BYTES);
  }

  private boolean isOld(long number) {
    long below = largest - number;
    return below == 0 || below > MASK_BITS || (below > 0 && (mask >>> (below - 1) & 1) == 1);
  }

  private void note(long number, long now) {
    if (number < largest) {
      mask |= 1L << (largest - 1 - number);
      return;
    }
    long step = number - largest;
    mask = largest == 0 || step > MASK_BITS ? 0 : (mask << 1 | 1) << (step - 1);
    largest = number;
    largestArrivedAt = now;
  }

  /// Moves on over all that lies without a gap.
  private void join() {
    while (!ahead.isEmpty() && ahead.firstKey() <= next) {
      var first = ahead.pollFirstEntry();
      var bytes = first.getValue();
      int known = (int) Math.min(bytes.remaining(), next - first.getKey());
      bytes.position(bytes.position() + known);
      next += bytes.remaining();
      if (!dropping) {
        arrived.put(bytes);
      }
    }
  }
}
