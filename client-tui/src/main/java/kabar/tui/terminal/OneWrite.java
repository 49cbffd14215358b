package kabar.tui.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Collects what is written and passes it on with a single write per flush. Guarded by whoever
/// writes.
final class OneWrite extends OutputStream {
  /// Asks the terminal to show nothing until the frame is complete; terminals that do not know it
  /// ignore it.
  private static final byte[] FRAME_BEGINS = "\033[?2026h".getBytes(StandardCharsets.US_ASCII);

  private static final byte[] FRAME_ENDS = "\033[?2026l".getBytes(StandardCharsets.US_ASCII);

  private final OutputStream sink;
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream(1 << 14);

  OneWrite(OutputStream sink) {
    this.sink = sink;
  }

  @Override
  public void write(int octet) {
    waiting.write(octet);
  }

  @Override
  public void write(byte[] octets, int offset, int length) {
    waiting.write(octets, offset, length);
  }

  @Override
  public void flush() throws IOException {
    var octets = waiting.toByteArray();
    waiting.reset();
    if (octets.length > 0) {
      sink.write(octets);
      sink.flush();
    }
  }

  /// Flushes what waits as one frame, if anything waits.
  void flushFrame() throws IOException {
    var frame = waiting.toByteArray();
    waiting.reset();
    if (frame.length > 0) {
      write(FRAME_BEGINS);
      write(frame);
      write(FRAME_ENDS);
      flush();
    }
  }
}
