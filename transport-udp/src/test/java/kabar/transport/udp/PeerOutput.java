package kabar.transport.udp;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a raw peer sends: few packets at a time, again when they are lost. Guarded by the peer's
/// monitor.
final class PeerOutput {
  /// A part of the stream; empty as a probe or as an end without data.
  record Part(long offset, ByteBuffer bytes, boolean last) {
    boolean isProbe() {
      return !last && !bytes.hasRemaining();
    }
  }

  private static final int HEADER_BYTES = 51;
  private static final int MOST_BYTES =
      PeerSocket.LONGEST_BYTES - HEADER_BYTES - PeerSocket.CHECKSUM_BYTES;
  private static final int MOST_UNDER_WAY = 8;
  private static final int LOST_BEHIND = 3;
  private static final long FIRST_TIMER_NANOS = Duration.ofMillis(200).toNanos();
  private static final long LONGEST_TIMER_NANOS = Duration.ofSeconds(5).toNanos();

  private final TreeMap<Long, Part> underWay = new TreeMap<>();
  private final ArrayDeque<Part> waiting = new ArrayDeque<>();
  private long number;
  private long offset;
  private long windowEnd = 65_536;
  private long largestAcknowledged;
  private long timerNanos = FIRST_TIMER_NANOS;
  private long timerBegan;
  private boolean starving;
  private boolean finished;
  private boolean endAcknowledged;

  /// Whether more bytes would leave at once. If they had to wait for a window only, the timer
  /// starts to ask for one.
  boolean hasRoom(long now) {
    boolean idle = waiting.isEmpty() && underWay.isEmpty();
    boolean shut = offset >= windowEnd;
    if (idle && shut && !starving) {
      timerBegan = now;
    }
    starving = shut;
    return !shut && waiting.isEmpty() && underWay.size() < MOST_UNDER_WAY;
  }

  /// Takes as many of the bytes as make a packet.
  void add(ByteBuffer bytes) {
    int count = (int) Math.min(Math.min(bytes.remaining(), MOST_BYTES), windowEnd - offset);
    waiting.add(new Part(offset, bytes.slice(bytes.position(), count), false));
    bytes.position(bytes.position() + count);
    offset += count;
  }

  void finish() {
    if (!finished) {
      finished = true;
      starving = false;
      waiting.add(new Part(offset, ByteBuffer.allocate(0), true));
    }
  }

  boolean isFinished() {
    return finished;
  }

  boolean isEndAcknowledged() {
    return endAcknowledged;
  }

  void probe() {
    waiting.add(new Part(offset, ByteBuffer.allocate(0), false));
  }

  /// The next part to be sent, now under way, or null if there is none or no room.
  @Nullable Part next(long now) {
    if (waiting.isEmpty() || underWay.size() >= MOST_UNDER_WAY) {
      return null;
    }
    if (underWay.isEmpty()) {
      timerBegan = now;
    }
    var part = waiting.remove();
    underWay.put(++number, part);
    return part;
  }

  /// Puts `packet number`, `offset` and `data` of the part that came from {@link #next} last.
  void write(ByteBuffer packet, Part part) {
    packet.putLong(number).putLong(part.offset()).put(part.bytes().duplicate());
  }

  void acknowledged(long largest, long mask, long windowEnd, long now) {
    this.windowEnd = Math.max(this.windowEnd, windowEnd);
    largestAcknowledged = Math.max(largestAcknowledged, largest);
    boolean news = acknowledge(largest);
    for (int bit = 0; bit < Long.SIZE; bit++) {
      news |= (mask >>> bit & 1) == 1 && acknowledge(largest - 1 - bit);
    }
    if (news) {
      timerNanos = FIRST_TIMER_NANOS;
      timerBegan = now;
    }
    lose(largestAcknowledged - LOST_BEHIND);
  }

  /// Does what the timer says.
  void timePassed(long now) {
    if (now - timerBegan < timerNanos) {
      return;
    }
    timerBegan = now;
    if (!underWay.isEmpty()) {
      timerNanos = Math.min(2 * timerNanos, LONGEST_TIMER_NANOS);
      lose(number);
    } else if (starving && waiting.isEmpty()) {
      probe();
    }
  }

  /// Answers whether that was new.
  private boolean acknowledge(long number) {
    var part = underWay.remove(number);
    endAcknowledged |= part != null && part.last();
    return part != null;
  }

  /// What is under way up to a number has to be sent again, before all else and in order.
  private void lose(long upTo) {
    var lost = underWay.headMap(upTo, true);
    lost.descendingMap().values().stream()
        .filter(it -> !it.isProbe() || starving)
        .forEach(waiting::addFirst);
    lost.clear();
  }
}
