package kabar.tui.keys;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import kabar.tui.keys.Input.Background;

/// A string of the terminal (OSC, DCS, APC, PM, SOS): answers to queries, which are never typed.
/// Ends with BEL or ESC \.
final class ControlString implements Stage {
  private static final int MAX_CHARS = 64;
  private static final int BELL = 7;
  private static final int CANCEL = 0x18;
  private static final int SUBSTITUTE = 0x1A;
  private static final Pattern BACKGROUND =
      Pattern.compile("]11;rgba?:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4}).*");

  private final StringBuilder chars = new StringBuilder();
  private final char kind;
  private boolean isEscaped;

  ControlString(char kind) {
    this.kind = kind;
    chars.append(kind);
  }

  @Override
  public Stage take(int unsignedByte, Consumer<Input> out) {
    if (isEscaped && unsignedByte != '\\') {
      return new Escape(false).take(unsignedByte, out);
    }
    if (isEscaped || unsignedByte == BELL) {
      background().ifPresent(out);
      return Ground.INSTANCE;
    }
    if (unsignedByte == CANCEL || unsignedByte == SUBSTITUTE) {
      return Ground.INSTANCE;
    }
    add(unsignedByte);
    return this;
  }

  @Override
  public boolean isKey() {
    return chars.length() == 1 && !isEscaped;
  }

  @Override
  public Stage timeout(Consumer<Input> out) {
    if (!isKey()) {
      return this;
    }
    out.accept(Escape.alt(kind));
    return Ground.INSTANCE;
  }

  private void add(int unsignedByte) {
    isEscaped = unsignedByte == Ground.ESCAPE;
    if (!isEscaped && chars.length() < MAX_CHARS) {
      chars.append((char) unsignedByte);
    }
  }

  private Optional<Input> background() {
    var answer = BACKGROUND.matcher(chars);
    return answer.matches()
        ? Optional.of(new Background(brightness(answer.toMatchResult()) > 0.5))
        : Optional.empty();
  }

  /// As the eye weighs red, green and blue (ITU-R BT.601), between 0 and 1.
  private static double brightness(MatchResult colour) {
    var weights = new double[] {0.299, 0.587, 0.114};
    return IntStream.range(0, 3).mapToDouble(i -> weights[i] * part(colour.group(i + 1))).sum();
  }

  private static double part(String hex) {
    return Integer.parseInt(hex, 16) / (Math.pow(16, hex.length()) - 1);
  }
}
