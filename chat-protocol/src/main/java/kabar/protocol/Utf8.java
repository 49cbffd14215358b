package kabar.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Turns bytes from a peer into text.
final class Utf8 {
  private static final char REPLACEMENT = '\uFFFD';

  private Utf8() {}

  /// The text of the first bytes; empty if they are not UTF-8.
  static Optional<String> decode(byte[] bytes, int length) {
    var text = new String(bytes, 0, length, StandardCharsets.UTF_8);
    // Whatever is not UTF-8 decodes to U+FFFD; only a text that shows one needs the slow check.
    boolean suspect = text.indexOf(REPLACEMENT) >= 0;
    return suspect && !isUtf8(bytes, length) ? Optional.empty() : Optional.of(text);
  }

  private static boolean isUtf8(byte[] bytes, int length) {
    try {
      // A new decoder reports what it cannot decode.
      var _ = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
      return true;
    } catch (CharacterCodingException _) {
      return false;
    }
  }
}
