package kabar.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The lines of a text in UTF-8, some at a time.
final class TextLines {
  private static final int MOST_LINES = 200;
  private static final int ENOUGH_BYTES = 256 * 1024;
  private static final int MOST_BYTES = 1024 * 1024;

  private final InputStream in;
  private final long total;
  private long read;

  /// @param total its length in bytes, 0 if nobody knows
  TextLines(InputStream in, long total) {
    this.in = new BufferedInputStream(in);
    this.total = total;
  }

  /// How much was read so far.
  long read() {
    return read;
  }

  long total() {
    return total;
  }

  /// The next lines without their ends, the last one whether it has an end or not; none after that.
  ///
  /// @throws IOException if they cannot be read, are not in UTF-8, or one is too long
  List<String> next() throws IOException {
    var lines = new ArrayList<String>();
    long begin = read;
    while (lines.size() < MOST_LINES && read - begin < ENOUGH_BYTES) {
      var line = new ByteArrayOutputStream();
      if (!readTo(line)) {
        break;
      }
      lines.add(decoded(line.toByteArray()));
    }
    return lines;
  }

  /// Answers whether there was anything.
  private boolean readTo(ByteArrayOutputStream line) throws IOException {
    for (int next = in.read(); next >= 0; next = in.read()) {
      read++;
      if (next == '\n') {
        return true;
      }
      if (line.size() == MOST_BYTES) {
        throw new IOException("or one soon after is longer than %d bytes".formatted(MOST_BYTES));
      }
      line.write(next);
    }
    return line.size() > 0;
  }

  private static String decoded(byte[] bytes) throws IOException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IOException("or one soon after is not in UTF-8 (expected an export)", e);
    }
  }
}
