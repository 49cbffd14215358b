package kabar.transport.udp;

import java.nio.ByteBuffer;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The stream that one end receives: puts packets in order, drops what came before, and keeps
/// account of what has to be acknowledged. Knows nothing of sockets. Confined to one thread; times
/// are microseconds of one clock.
///
/// Bytes that come in order are handed over at once and not kept; the owner moves the window on
/// when it has taken them.
final class Inflow {
  /// How many bytes the peer may send beyond what the owner has taken.
  static final int WINDOW_BYTES = 64 * 1024;

  /// How long a packet that came alone and in order may go without an acknowledgement.
  static final long MAX_ACK_DELAY_MICROS = 25_000;

  /// An honest peer has at most {@link Congestion#MOST} packets under way.
  private static final int MOST_EARLY = 2 * Congestion.MOST;

  private final Arrivals arrivals = new Arrivals();
  private @Nullable TreeMap<Long, ByteBuffer> early;
  private int earlyBytes;
  private long nextOffset;
  private long takenOffset;
  private long toldWindowEnd = WINDOW_BYTES;
  private long end = Long.MAX_VALUE;

  /// Where what was received so far ends, gaps included.
  private long furthest;

  private long largestAt;
  private int unacknowledged;
  private boolean wantsAckNow;

  /// Takes what comes in order.
  @FunctionalInterface
  interface Sink {

    /// The next bytes of the stream, from position to limit; valid during the call.
    void next(ByteBuffer bytes);
  }

  /// What became of a packet.
  enum Verdict {
    /// Its number was the one expected.
    IN_ORDER,
    /// It is kept, but another number was expected.
    OUT_OF_ORDER,
    /// It had been received before.
    DUPLICATE,
    /// There is no room for its bytes, or they cannot belong to the stream; it was not received.
    REFUSED
  }

  /// Takes a numbered packet and hands over what is in order now.
  Verdict received(Packet packet, long now, Sink sink) {
    if (!arrivals.isNew(packet.number())) {
      wantsAckNow = true;
      return Verdict.DUPLICATE;
    }
    if (!fits(packet) || !keep(packet, sink)) {
      wantsAckNow = true;
      return Verdict.REFUSED;
    }
    var verdict = arrivals.isNext(packet.number()) ? Verdict.IN_ORDER : Verdict.OUT_OF_ORDER;
    if (arrivals.add(packet.number())) {
      largestAt = now;
    }
    unacknowledged++;
    wantsAckNow |= verdict == Verdict.OUT_OF_ORDER || packet.isLast() || early != null;
    return verdict;
  }

  /// The owner has taken so many bytes of those handed over.
  void taken(int count) {
    takenOffset += count;
    wantsAckNow |= takenOffset + WINDOW_BYTES - toldWindowEnd >= WINDOW_BYTES / 2;
  }

  /// Whether the whole stream has been handed over.
  boolean isFinished() {
    return nextOffset == end;
  }

  /// How many bytes wait for others before them, 0..{@link #WINDOW_BYTES}.
  int earlyBytes() {
    return earlyBytes;
  }

  /// Whether an acknowledgement has to leave now.
  boolean wantsAckNow() {
    return wantsAckNow || unacknowledged > 1;
  }

  /// When an acknowledgement has to leave, or {@link Outflow#NEVER}.
  long ackDue() {
    return unacknowledged == 0 ? Outflow.NEVER : largestAt + MAX_ACK_DELAY_MICROS;
  }

  /// What to tell the peer in a packet that leaves now.
  Ack ack(long now) {
    unacknowledged = 0;
    wantsAckNow = false;
    toldWindowEnd = takenOffset + WINDOW_BYTES;
    long delay = Math.min(now - largestAt, Ack.MAX_DELAY_MICROS);
    return new Ack(arrivals.largest(), arrivals.mask(), toldWindowEnd, (int) delay);
  }

  private boolean fits(Packet packet) {
    long packetEnd = endOf(packet);
    var fitsEnd = packetEnd <= end && (!packet.isLast() || packetEnd >= furthest);
    return packetEnd >= 0 && packetEnd <= toldWindowEnd && fitsEnd;
  }

  private static long endOf(Packet packet) {
    return packet.offset() + packet.data().remaining();
  }

  private boolean keep(Packet packet, Sink sink) {
    if (packet.offset() > nextOffset && !keepEarly(packet)) {
      return false;
    }
    if (packet.isLast()) {
      end = endOf(packet);
    }
    if (packet.isLast() || packet.data().hasRemaining()) {
      furthest = Math.max(furthest, endOf(packet));
    }
    if (packet.offset() <= nextOffset) {
      handOver(packet.offset(), packet.data(), sink);
      handOverEarly(sink);
    }
    return true;
  }

  private boolean keepEarly(Packet packet) {
    int length = packet.data().remaining();
    if (length == 0) {
      return true;
    }
    var pieces = early == null ? new TreeMap<Long, ByteBuffer>() : early;
    if (pieces.size() >= MOST_EARLY || earlyBytes + length > WINDOW_BYTES) {
      return false;
    }
    early = pieces;
    var former = pieces.get(packet.offset());
    int known = former == null ? 0 : former.remaining();
    if (known < length) {
      var copy = ByteBuffer.allocate(length).put(packet.data().duplicate()).flip();
      pieces.put(packet.offset(), copy.asReadOnlyBuffer());
      earlyBytes += length - known;
    }
    return true;
  }

  private void handOverEarly(Sink sink) {
    while (early != null && early.firstKey() <= nextOffset) {
      var piece = early.pollFirstEntry();
      earlyBytes -= piece.getValue().remaining();
      early = early.isEmpty() ? null : early;
      handOver(piece.getKey(), piece.getValue(), sink);
    }
  }

  /// Hands over what has not been before.
  private void handOver(long offset, ByteBuffer bytes, Sink sink) {
    long known = nextOffset - offset;
    if (known >= bytes.remaining()) {
      return;
    }
    var fresh = bytes.slice(bytes.position() + (int) known, bytes.remaining() - (int) known);
    nextOffset += fresh.remaining();
    sink.next(fresh);
  }
}
