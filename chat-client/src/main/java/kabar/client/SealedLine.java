package kabar.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/// One line of a file that is to be trusted line by line: a checksum (CRC-32C, eight hexadecimal
/// digits), a word that says what kind of line it is, and the rest.
///
/// @param kind a word
/// @param rest anything without a line feed
record SealedLine(String kind, String rest) {
  private static final int SEAL_LENGTH = 8;
  private static final Pattern FORM = Pattern.compile("([^ ]+) (.*)", Pattern.DOTALL);

  SealedLine {
    if (kind.isEmpty() || kind.contains(" ") || kind.contains("\n") || rest.contains("\n")) {
      throw new IllegalArgumentException("a line of kind '%s' would not be one".formatted(kind));
    }
  }

  /// The line as it is written, with its line feed.
  String text() {
    var content = kind + " " + rest;
    return seal(content) + " " + content + "\n";
  }

  /// Reads a line without its line feed; empty if it is not whole.
  static Optional<SealedLine> parse(String line) {
    if (line.length() <= SEAL_LENGTH || line.charAt(SEAL_LENGTH) != ' ') {
      return Optional.empty();
    }
    var content = line.substring(SEAL_LENGTH + 1);
    var parts = FORM.matcher(content);
    return parts.matches() && line.startsWith(seal(content))
        ? Optional.of(new SealedLine(parts.group(1), parts.group(2)))
        : Optional.empty();
  }

  private static String seal(String content) {
    var crc = new CRC32C();
    crc.update(content.getBytes(UTF_8));
    return "%08x".formatted(crc.getValue());
  }
}
