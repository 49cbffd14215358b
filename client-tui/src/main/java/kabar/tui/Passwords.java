package kabar.tui;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import kabar.protocol.print.Printable;
import kabar.tui.words.Phrase;

/// Where names and passwords come from that are not on the command line: from somebody at the
/// terminal, a password unseen, or from lines of the input. Passwords never come from the command
/// line or the environment, which others can see.
final class Passwords {
  private static final int MOST_BYTES = 4096;
  private static final char UNREADABLE = '\uFFFD';

  private final Errand errand;
  private final boolean fromInput;

  /// @param fromInput whether they are lines of the input, and nobody is asked
  Passwords(Errand errand, boolean fromInput) {
    this.errand = errand;
    this.fromInput = fromInput;
  }

  /// A user's name.
  ///
  /// @param usage how it would be given on the command line
  /// @throws NotDoneException if nobody can be asked
  String user(String usage) throws NotDoneException {
    var typed =
        fromInput
            ? Optional.<String>empty()
            : asker().flatMap(asker -> asker.line(errand.say(Phrase.ASK_USER)));
    return typed
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .orElseThrow(() -> new NotDoneException(ExitCode.USAGE, errand.say(Phrase.NO_USER, usage)));
  }

  /// A password that there is.
  String current(String user) throws NotDoneException, IOException {
    return fromInput
        ? firstLine(errand.surroundings().in())
        : typed(errand.say(Phrase.ASK_PASSWORD, Printable.of(user)));
  }

  /// A password that is to be, asked for twice.
  String fresh() throws NotDoneException, IOException {
    if (fromInput) {
      return firstLine(errand.surroundings().in());
    }
    var first = typed(errand.say(Phrase.ASK_NEW_PASSWORD));
    if (!first.equals(typed(errand.say(Phrase.ASK_AGAIN)))) {
      throw new NotDoneException(ExitCode.USAGE, errand.say(Phrase.PASSWORDS_DIFFER));
    }
    return first;
  }

  /// Whether it came through whole from a terminal in another character set.
  static boolean isReadable(String typed) {
    return typed.indexOf(UNREADABLE) < 0;
  }

  /// A new decoder reports what it cannot decode.
  private String firstLine(InputStream in) throws IOException, NotDoneException {
    var bytes = new byte[MOST_BYTES + 1];
    int length = 0;
    try {
      int next = in.read();
      for (; next >= 0 && next != '\n' && length < bytes.length; next = in.read()) {
        bytes[length++] = (byte) next;
      }
      if (length == 0) {
        throw new NotDoneException(ExitCode.USAGE, errand.say(Phrase.NO_PASSWORD));
      }
      return text(bytes, bytes[length - 1] == '\r' ? length - 1 : length);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private String text(byte[] bytes, int length) throws NotDoneException {
    try {
      if (length <= MOST_BYTES) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        return decoder.decode(ByteBuffer.wrap(bytes, 0, length)).toString();
      }
    } catch (CharacterCodingException _) {
      // The same to whoever wrote it.
    }
    throw unreadable();
  }

  private String typed(String prompt) throws NotDoneException {
    var text =
        asker()
            .flatMap(asker -> asker.unseen(prompt))
            .filter(typed -> !typed.isEmpty())
            .orElseThrow(
                () -> new NotDoneException(ExitCode.USAGE, errand.say(Phrase.NO_PASSWORD)));
    if (!isReadable(text)) {
      throw unreadable();
    }
    return text;
  }

  private Optional<Asker> asker() {
    return errand.surroundings().seat().asker().get();
  }

  private NotDoneException unreadable() {
    return new NotDoneException(ExitCode.USAGE, errand.say(Phrase.UNREADABLE_PASSWORD, MOST_BYTES));
  }
}
