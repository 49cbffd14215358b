package kabar.server;

import java.io.ByteArrayOutputStream;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import kabar.protocol.print.Printable;
import kabar.protocol.print.Terminal;
import kabar.server.control.RefusedException;
import org.jspecify.annotations.Nullable;

/// Where passwords come from: from somebody who types one twice, unseen, or else from the first
/// line
/// of the input. Never from the command line or the environment, which others can see.
final class Passwords {
  private static final int MOST_BYTES = 4096;
  private static final char UNREADABLE = '\uFFFD';

  private Passwords() {}

  /// A new password for somebody.
  @SuppressWarnings("SystemConsoleNull") // Java 25's is null again where there is no terminal
  static String ask(String user) throws IOException {
    var console = System.console();
    if (console != null && console.isTerminal()) {
      return typed(console, user);
    }
    if (Terminal.INPUT.isThere()) {
      throw new RefusedException(
          "a password cannot be typed unseen while the output goes elsewhere (expected a terminal for"
              + " both, or a password piped in)");
    }
    return firstLine(System.in);
  }

  /// The first line of an input, in UTF-8.
  static String firstLine(InputStream in) throws IOException {
    var bytes = new ClearedBytes();
    try (bytes) {
      int next = in.read();
      for (; next >= 0 && next != '\n' && bytes.size() <= MOST_BYTES; next = in.read()) {
        bytes.write(next);
      }
      if (bytes.size() == 0) {
        throw new RefusedException(
            "there is no password (expected one line of input, or a terminal to ask)");
      }
      if (bytes.size() > MOST_BYTES) {
        throw new RefusedException(
            "the password is longer than %d bytes (expected one line)".formatted(MOST_BYTES));
      }
      return bytes.text();
    }
  }

  private static String typed(Console console, String user) {
    var first = console.readPassword("New password for %s: ", Printable.of(user));
    var second = console.readPassword("Again: ");
    try {
      return same(first, second)
          .filter(it -> it.indexOf(UNREADABLE) < 0)
          .orElseThrow(
              () ->
                  new RefusedException(
                      "the two passwords differ, or cannot be read in this terminal's character"
                          + " set (expected the same twice)"));
    } finally {
      clear(first);
      clear(second);
    }
  }

  private static Optional<String> same(char @Nullable [] first, char @Nullable [] second) {
    return first != null && second != null && Arrays.equals(first, second)
        ? Optional.of(new String(first))
        : Optional.empty();
  }

  private static void clear(char @Nullable [] password) {
    if (password != null) {
      Arrays.fill(password, '\0');
    }
  }

  /// Leaves nothing behind.
  private static final class ClearedBytes extends ByteArrayOutputStream {

    /// They must not move to a larger array, which would leave the smaller one behind.
    ClearedBytes() {
      super(MOST_BYTES + 1);
    }

    String text() {
      int length = count > 0 && buf[count - 1] == '\r' ? count - 1 : count;
      try {
        return StandardCharsets.UTF_8
            .newDecoder()
            .decode(ByteBuffer.wrap(buf, 0, length))
            .toString();
      } catch (CharacterCodingException e) {
        throw new RefusedException("the password is not in UTF-8 (expected one line of text)");
      }
    }

    @Override
    public void close() {
      Arrays.fill(buf, (byte) 0);
    }
  }
}
