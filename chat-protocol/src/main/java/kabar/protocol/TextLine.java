package kabar.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Turns the bytes of a line into its text.
final class TextLine {
  private static final char REPLACEMENT = '\uFFFD';

  private TextLine() {}

  /// The line without its end: an LF, a CR before it, and one space before that, which the original
  /// clients always send. Empty if the line is not UTF-8.
  static Optional<String> decode(byte[] line) {
    int end = without(line, line.length, '\n');
    end = without(line, end, '\r');
    end = without(line, end, ' ');
    var text = new String(line, 0, end, StandardCharsets.UTF_8);
    // Whatever is not UTF-8 decodes to U+FFFD; only a line that shows one needs the slow check.
    boolean suspect = text.indexOf(REPLACEMENT) >= 0;
    return suspect && !isUtf8(line, end) ? Optional.empty() : Optional.of(text);
  }

  private static int without(byte[] line, int end, char last) {
    return end > 0 && line[end - 1] == last ? end - 1 : end;
  }

  private static boolean isUtf8(byte[] line, int end) {
    try {
      // A new decoder reports what it cannot decode.
      var _ = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line, 0, end));
      return true;
    } catch (CharacterCodingException _) {
      return false;
    }
  }
}
