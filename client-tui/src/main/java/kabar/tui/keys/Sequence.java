package kabar.tui.keys;

import java.util.Set;
import java.util.function.Consumer;

/// A control sequence (`ESC [`) or a single shift (`ESC O`), until its last byte.
final class Sequence implements Stage {
  private static final int MAX_CHARS = 64;

  private final StringBuilder chars = new StringBuilder();
  private final char introducer;
  private final boolean hasAlt;

  /// @param hasAlt whether a further ESC came before
  Sequence(char introducer, boolean hasAlt) {
    this.introducer = introducer;
    this.hasAlt = hasAlt;
  }

  @Override
  public Stage take(int unsignedByte, Consumer<Input> out) {
    if (unsignedByte < ' ' || unsignedByte > '~') {
      return Ground.INSTANCE.take(unsignedByte, out);
    }
    add(unsignedByte);
    return isComplete() ? end(out) : this;
  }

  @Override
  public boolean isKey() {
    return chars.isEmpty();
  }

  @Override
  public Stage timeout(Consumer<Input> out) {
    if (!isKey()) {
      return this;
    }
    if (hasAlt) {
      out.accept(Keys.pressed("escape", Set.of()));
    }
    out.accept(Escape.alt(introducer));
    return Ground.INSTANCE;
  }

  /// What is too long keeps its end, where it is seen to be over.
  private void add(int unsignedByte) {
    if (chars.length() == MAX_CHARS) {
      chars.setLength(MAX_CHARS - 1);
    }
    chars.append((char) unsignedByte);
  }

  private boolean isComplete() {
    var last = chars.charAt(chars.length() - 1);
    return (last >= '@' && !isBeginOfConsoleKey())
        || (last == '$' && SequenceKeys.isShiftedOfRxvt(chars));
  }

  /// The Linux console's F1 is `ESC [ [ A`.
  private boolean isBeginOfConsoleKey() {
    return introducer == '[' && chars.length() == 1 && chars.charAt(0) == '[';
  }

  private Stage end(Consumer<Input> out) {
    var sequence = chars.toString();
    if (introducer == '[' && sequence.equals("200~")) {
      return new Paste();
    }
    if (introducer == '[' && sequence.equals("M")) {
      return new MouseReport();
    }
    SequenceKeys.read(introducer, sequence, hasAlt).ifPresent(out);
    return Ground.INSTANCE;
  }
}
