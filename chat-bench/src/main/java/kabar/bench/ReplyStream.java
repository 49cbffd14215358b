package kabar.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Checks what arrives on one connection, byte by byte, against the reply that is expected over and
/// over.
final class ReplyStream {
  private static final int SHOWN_BYTES = 120;

  private final ByteBuffer expected;
  private final int replyBytes;
  private int offset;

  /// @param expected replies enough for the longest input, see {@link Exchange#replies}
  ReplyStream(ByteBuffer expected, int replyBytes) {
    this.expected = expected.duplicate();
    this.replyBytes = replyBytes;
  }

  /// Takes what arrived.
  ///
  /// @return how many replies were completed by it
  /// @throws BenchException if anything else was expected
  int take(ByteBuffer input) throws BenchException {
    int length = input.remaining();
    expected.limit(offset + length).position(offset);
    int wrong = expected.mismatch(input);
    if (wrong >= 0) {
      throw new BenchException(
          "a wrong reply: expected '%s', found '%s'".formatted(text(expected), text(input)));
    }
    int replies = (offset + length) / replyBytes;
    offset = (offset + length) % replyBytes;
    return replies;
  }

  private static String text(ByteBuffer bytes) {
    int length = Math.min(bytes.remaining(), SHOWN_BYTES);
    return StandardCharsets.UTF_8
        .decode(bytes.slice(bytes.position(), length))
        .toString()
        .replace("\r", "\\r")
        .replace("\n", "\\n");
  }
}
