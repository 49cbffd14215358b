package kabar.api.transport;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// Cuts a stream of bytes into payloads, each ending with its LF. Not thread-safe.
///
/// Bytes of a line that is not finished yet are kept here; nothing is allocated while lines arrive
/// whole. A line longer than the limit is reported when it passes the limit and dropped up to its
/// LF.
///
/// One kind of stream is not made of lines: a TLS handshake record (`0x16 0x03`, RFC 8446 §5.1) as
/// the very first bytes. It is handed over as it came, as one payload, because its sender waits for
/// an answer and may never send an LF.
public final class LineCutter {
  private static final int FIRST_CAPACITY = 128;
  private static final byte TLS_HANDSHAKE = 0x16;
  private static final byte TLS_MAJOR_VERSION = 0x03;

  private final int maxLineBytes;
  private byte @Nullable [] unfinished;
  private int length;
  private boolean dropping;
  private boolean begun;

  /// @param maxLineBytes the longest line that is handed over, its LF included
  public LineCutter(int maxLineBytes) {
    this.maxLineBytes = maxLineBytes;
  }

  /// Who takes what was cut. Each method answers whether to go on; `false` leaves the rest of the
  /// input unread.
  public interface Sink {

    /// A line, from position to limit; valid during the call.
    boolean line(ByteBuffer line);

    /// A line passed the limit and is being dropped.
    boolean oversized();
  }

  /// Cuts the input until it is used up or the sink wants no more. What remains in the input then
  /// has to be given again; what belongs to an unfinished line is kept.
  public void cut(ByteBuffer input, Sink sink) {
    if (!begun && !dropping && isTlsGreeting(input)) {
      handOverGreeting(input, sink);
      return;
    }
    var goOn = true;
    while (goOn && input.hasRemaining()) {
      int end = indexAfterLf(input);
      goOn = end < 0 ? keep(input, sink) : finish(input, end, sink);
    }
  }

  /// Whether bytes of an unfinished line have arrived, kept or dropped.
  public boolean isInsideLine() {
    return length > 0 || dropping;
  }

  /// Whether a whole first line has been seen.
  public boolean hasBegun() {
    return begun;
  }

  /// Looks at the first two bytes of the stream, of which one may have come before.
  private boolean isTlsGreeting(ByteBuffer input) {
    if (length > 1 || length + input.remaining() < 2) {
      return false;
    }
    int start = input.position();
    byte first = unfinished == null ? input.get(start) : unfinished[0];
    byte second = input.get(unfinished == null ? start + 1 : start);
    return first == TLS_HANDSHAKE && second == TLS_MAJOR_VERSION;
  }

  /// Hands over as much as a payload may hold and drops the rest.
  private void handOverGreeting(ByteBuffer input, Sink sink) {
    begun = true;
    int limit = input.limit();
    int end = Math.min(limit, input.position() + maxLineBytes - length);
    if (unfinished == null) {
      handOver(input, end, sink);
    } else {
      handOverJoined(input, end, sink);
    }
    input.position(limit);
  }

  private boolean finish(ByteBuffer input, int end, Sink sink) {
    begun = true;
    if (dropping) {
      dropping = false;
      input.position(end);
      return true;
    }
    if (length + end - input.position() > maxLineBytes) {
      length = 0;
      unfinished = null;
      input.position(end);
      return sink.oversized();
    }
    return length == 0 ? handOver(input, end, sink) : handOverJoined(input, end, sink);
  }

  private static boolean handOver(ByteBuffer input, int end, Sink sink) {
    int limit = input.limit();
    input.limit(end);
    var goOn = sink.line(input);
    input.limit(limit).position(end);
    return goOn;
  }

  private boolean handOverJoined(ByteBuffer input, int end, Sink sink) {
    append(input, end - input.position());
    var line = ByteBuffer.wrap(unfinished, 0, length).asReadOnlyBuffer();
    unfinished = null;
    length = 0;
    return sink.line(line);
  }

  private boolean keep(ByteBuffer input, Sink sink) {
    if (dropping) {
      input.position(input.limit());
      return true;
    }
    if (length + input.remaining() >= maxLineBytes) {
      dropping = true;
      length = 0;
      unfinished = null;
      input.position(input.limit());
      return sink.oversized();
    }
    append(input, input.remaining());
    return true;
  }

  private void append(ByteBuffer input, int count) {
    var bytes = unfinished;
    int needed = length + count;
    if (bytes == null || bytes.length < needed) {
      var larger = new byte[Math.max(needed, Math.max(FIRST_CAPACITY, 2 * length))];
      if (bytes != null) {
        System.arraycopy(bytes, 0, larger, 0, length);
      }
      bytes = larger;
      unfinished = larger;
    }
    input.get(bytes, length, count);
    length = needed;
  }

  private static int indexAfterLf(ByteBuffer input) {
    for (int i = input.position(), limit = input.limit(); i < limit; i++) {
      if (input.get(i) == '\n') {
        return i + 1;
      }
    }
    return -1;
  }
}
