package kabar.tui.keys;

import java.util.Set;
import java.util.function.Consumer;

/// Nothing is begun.
final class Ground implements Stage {
  static final Ground INSTANCE = new Ground();
  static final int ESCAPE = 0x1B;

  private Ground() {}

  @Override
  public Stage take(int unsignedByte, Consumer<Input> out) {
    if (unsignedByte == ESCAPE) {
      return new Escape(false);
    }
    if (unsignedByte >= 0x80) {
      return Utf8.begin(unsignedByte, Set.of(), out);
    }
    out.accept(Keys.of(unsignedByte, Set.of()));
    return this;
  }
}
