package kabar.tui.keys;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Consumer;
import kabar.tui.keys.Input.Typed;
import kabar.tui.keys.Key.Modifier;

/// A character of several bytes; what is no UTF-8 is typed as U+FFFD.
final class Utf8 implements Stage {
  private static final Input MALFORMED = new Typed("\ufffd");

  private final Set<Modifier> modifiers;
  private final int length;
  private int taken = 1;
  private int point;

  private Utf8(int length, int bits, Set<Modifier> modifiers) {
    this.length = length;
    this.point = bits;
    this.modifiers = modifiers;
  }

  static Stage begin(int first, Set<Modifier> modifiers, Consumer<Input> out) {
    if (first >= 0xC2 && first <= 0xDF) {
      return new Utf8(2, first & 0x1F, modifiers);
    }
    if (first >= 0xE0 && first <= 0xEF) {
      return new Utf8(3, first & 0x0F, modifiers);
    }
    if (first >= 0xF0 && first <= 0xF4) {
      return new Utf8(4, first & 0x07, modifiers);
    }
    out.accept(MALFORMED);
    return Ground.INSTANCE;
  }

  @Override
  public Stage take(int unsignedByte, Consumer<Input> out) {
    if ((unsignedByte & 0xC0) != 0x80) {
      out.accept(MALFORMED);
      return Ground.INSTANCE.take(unsignedByte, out);
    }
    point = point << 6 | (unsignedByte & 0x3F);
    taken++;
    if (taken < length) {
      return this;
    }
    out.accept(isWellFormed() ? Keys.of(point, modifiers) : MALFORMED);
    return Ground.INSTANCE;
  }

  @Override
  public void giveUp(Consumer<Input> out) {
    out.accept(MALFORMED);
  }

  private boolean isWellFormed() {
    return Character.isValidCodePoint(point)
        && Character.getType(point) != Character.SURROGATE
        && Character.toString(point).getBytes(StandardCharsets.UTF_8).length == length;
  }
}
