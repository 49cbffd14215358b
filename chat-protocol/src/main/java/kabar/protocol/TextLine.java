package kabar.protocol;

import java.util.Optional;

/// Turns the bytes of a line into its text.
final class TextLine {

  private TextLine() {}

  /// The line without its end: an LF, a CR before it, and one space before that, which the original
  /// clients always send. Empty if the line is not UTF-8.
  static Optional<String> decode(byte[] line) {
    int end = without(line, line.length, '\n');
    end = without(line, end, '\r');
    end = without(line, end, ' ');
    return Utf8.decode(line, end);
  }

  private static int without(byte[] line, int end, char last) {
    return end > 0 && line[end - 1] == last ? end - 1 : end;
  }
}
