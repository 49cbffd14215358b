package kabar.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What a file of sealed lines holds.
///
/// @param lines those that are whole, in order
/// @param broken what is not, as it stands in the file; empty if all is whole
record SealedText(List<SealedLine> lines, String broken) {
  SealedText {
    lines = List.copyOf(lines);
  }

  /// Reads from a place in a file on. A last line without its end is not whole.
  static SealedText read(byte[] content, int from) {
    var lines = new ArrayList<SealedLine>();
    var broken = new StringBuilder();
    int begin = from;
    while (begin < content.length) {
      int end = endOfLine(content, begin);
      var line = new String(content, begin, end - begin, UTF_8);
      var whole =
          end < content.length ? SealedLine.parse(line) : java.util.Optional.<SealedLine>empty();
      whole.ifPresentOrElse(lines::add, () -> broken.append(line).append('\n'));
      begin = end + 1;
    }
    return new SealedText(lines, broken.toString());
  }

  /// The bytes of lines.
  static byte[] write(List<SealedLine> lines) {
    return lines.stream().map(SealedLine::text).collect(Collectors.joining()).getBytes(UTF_8);
  }

  private static int endOfLine(byte[] content, int begin) {
    int end = begin;
    while (end < content.length && content[end] != '\n') {
      end++;
    }
    return end;
  }
}
