package kabar.transport.udp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kabar.api.transport.OutboundQueue;
import org.jspecify.annotations.Nullable;

/// The stream that one end sends: what is under way, what was lost and what has to be sent next.
/// Knows nothing of sockets. Confined to one thread; times are microseconds of one clock.
///
/// Bytes leave the queue when they are first sent and are kept here until they are acknowledged, at
/// most {@link Congestion#MOST} packets of them. Nothing is kept while nothing is under way.
final class Outflow {
  /// Instead of a time: never.
  static final long NEVER = Long.MAX_VALUE;

  /// A packet is lost when so many that were sent later have arrived (RFC 9002 §6.1.1), or all but
  /// it, where fewer are under way (RFC 5827 §3).
  private static final int REORDERING = 3;

  private final OutboundQueue queue;
  private final RoundTrip roundTrip = new RoundTrip();
  private final Congestion congestion = new Congestion();
  private List<Sent> underWay = List.of();
  private List<Sent> lost = List.of();
  private long lastNumber;
  private long nextOffset;
  private long windowEnd = Inflow.WINDOW_BYTES;
  private long timerStart;
  private boolean wantsEnd;
  private boolean isEndSent;
  private boolean isEndAcknowledged;
  private boolean wantsProbe;
  private boolean hasRoom;

  /// A transmission that has not been acknowledged.
  ///
  /// @param isRepeated whether its segment had been sent before
  record Sent(long number, Segment segment, long at, boolean isRepeated) {}

  Outflow(OutboundQueue queue) {
    this.queue = queue;
  }

  /// Ends the stream after what is in the queue.
  void finish() {
    wantsEnd = true;
  }

  /// Asks the peer for a sign of life, unless one is awaited already.
  void probe() {
    wantsProbe = underWay.isEmpty();
  }

  /// Whether the end of the stream has arrived at the peer.
  boolean isFinished() {
    return isEndAcknowledged;
  }

  /// Whether nothing is missing at the peer but the end of the stream.
  boolean owesOnlyItsEnd() {
    return isEndSent
        && Stream.concat(underWay.stream(), lost.stream())
            .noneMatch(it -> it.segment.bytes().hasRemaining());
  }

  RoundTrip roundTrip() {
    return roundTrip;
  }

  /// Whether the queue has room again and its owner has to hear of it. Once for each time.
  boolean takeRoom() {
    var had = hasRoom;
    hasRoom = false;
    return had;
  }

  /// The next packet to send, remembered as sent now; null if there is none, or no room for it.
  @Nullable Sent next(long now) {
    if (underWay.size() >= congestion.limit()) {
      return null;
    }
    var isRepeated = !lost.isEmpty();
    var segment = isRepeated ? lost.removeFirst().segment : takeSegment();
    if (segment == null) {
      return null;
    }
    var sent = new Sent(++lastNumber, segment, now, isRepeated);
    if (underWay.isEmpty()) {
      underWay = new ArrayList<>(2);
      timerStart = now;
    }
    underWay.add(sent);
    return sent;
  }

  /// Takes in what the peer has received.
  ///
  /// @return whether it told of anything new
  boolean acknowledged(Ack ack, long now) {
    windowEnd = Math.max(windowEnd, ack.windowEnd());
    if (ack.largest() > lastNumber || (underWay.isEmpty() && lost.isEmpty())) {
      return false;
    }
    int reordering = Math.clamp(underWay.size() - 1, 1, REORDERING);
    // A packet that was taken for lost may have been late.
    var isNews = takeArrived(underWay, ack, now);
    isNews |= takeArrived(lost, ack, now);
    if (!isNews) {
      return false;
    }
    roundTrip.acknowledged();
    timerStart = now;
    loseAllUpTo(ack.largest() - reordering);
    release();
    return true;
  }

  /// When the timer ends, or {@link #NEVER}.
  long due() {
    return underWay.isEmpty() && !isShut() ? NEVER : timerStart + roundTrip.timeoutMicros();
  }

  /// Takes all that is under way for lost when the timer has ended. (The oldest surely is; were the
  /// others to count as under way, there might be no room to send it again.) Asks for a window if
  /// nothing was.
  ///
  /// @return whether it had
  boolean expire(long now) {
    if (now < due()) {
      return false;
    }
    if (underWay.isEmpty()) {
      // The packet that opened the window may have been lost.
      wantsProbe = true;
      return true;
    }
    roundTrip.timedOut();
    loseAllUpTo(lastNumber);
    release();
    return true;
  }

  /// Whether bytes wait for nothing but a window.
  private boolean isShut() {
    return lost.isEmpty() && nextOffset >= windowEnd && queue.waitingBytes() > 0;
  }

  private @Nullable Segment takeSegment() {
    long waiting = queue.waitingBytes();
    long room = Math.max(0, windowEnd - nextOffset);
    int count = (int) Math.min(waiting, Math.min(room, Packet.MAX_DATA_BYTES));
    var endsHere = wantsEnd && !isEndSent && count == waiting;
    if (count > 0 || endsHere) {
      return cut(count, endsHere);
    }
    if (wantsProbe) {
      wantsProbe = false;
      return Segment.probe(nextOffset);
    }
    return null;
  }

  /// Takes the next bytes of the stream. They are copied, for the arrays of the queue serve many.
  private Segment cut(int count, boolean isLast) {
    var bytes = ByteBuffer.allocate(count);
    queue.copyTo(bytes);
    hasRoom |= queue.remove(count);
    var segment = new Segment(nextOffset, bytes.flip().asReadOnlyBuffer(), isLast);
    nextOffset += count;
    isEndSent |= isLast;
    return segment;
  }

  private boolean takeArrived(List<Sent> awaited, Ack ack, long now) {
    var isNews = false;
    for (var each = awaited.iterator(); each.hasNext(); ) {
      var sent = each.next();
      if (ack.covers(sent.number)) {
        each.remove();
        arrived(sent, ack, now);
        isNews = true;
      }
    }
    return isNews;
  }

  private void arrived(Sent sent, Ack ack, long now) {
    congestion.acknowledged();
    isEndAcknowledged |= sent.segment.isLast();
    if (sent.number == ack.largest()) {
      roundTrip.sample(Math.max(1, now - sent.at - ack.delayMicros()));
    }
  }

  private void loseAllUpTo(long number) {
    while (!underWay.isEmpty() && underWay.getFirst().number <= number) {
      lose(underWay.removeFirst());
    }
  }

  private void lose(Sent sent) {
    congestion.lost(sent.number, lastNumber);
    if (sent.segment.isProbe()) {
      wantsProbe = true;
      return;
    }
    if (lost.isEmpty()) {
      lost = new ArrayList<>(2);
    }
    lost.add(sent);
  }

  /// An idle connection keeps no lists.
  private void release() {
    underWay = underWay.isEmpty() ? List.of() : underWay;
    lost = lost.isEmpty() ? List.of() : lost;
  }
}
