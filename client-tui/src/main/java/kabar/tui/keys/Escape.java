package kabar.tui.keys;

import java.util.Set;
import java.util.function.Consumer;
import kabar.tui.keys.Key.Modifier;

/// After ESC, which is a key, or Alt with the next one, or the begin of a sequence; or after two of
/// them, where the second may begin a sequence with Alt.
final class Escape implements Stage {
  private static final Set<Modifier> ALT = Set.of(Modifier.ALT);

  private final boolean isSecond;

  Escape(boolean isSecond) {
    this.isSecond = isSecond;
  }

  @Override
  public Stage take(int unsignedByte, Consumer<Input> out) {
    return switch (unsignedByte) {
      case '[', 'O' -> new Sequence((char) unsignedByte, isSecond);
      case Ground.ESCAPE -> {
        tellFirst(out);
        yield new Escape(true);
      }
      case ']', 'P', '_', '^', 'X' -> {
        tellFirst(out);
        yield new ControlString((char) unsignedByte);
      }
      default -> {
        tellFirst(out);
        yield withAlt(unsignedByte, out);
      }
    };
  }

  @Override
  public boolean isKey() {
    return true;
  }

  @Override
  public Stage timeout(Consumer<Input> out) {
    tellFirst(out);
    out.accept(Keys.pressed("escape", Set.of()));
    return Ground.INSTANCE;
  }

  /// What Alt and a key send together, if it is one byte after ESC.
  static Input alt(int unsignedByte) {
    return Keys.of(unsignedByte, ALT);
  }

  private static Stage withAlt(int unsignedByte, Consumer<Input> out) {
    if (unsignedByte >= 0x80) {
      return Utf8.begin(unsignedByte, ALT, out);
    }
    out.accept(alt(unsignedByte));
    return Ground.INSTANCE;
  }

  private void tellFirst(Consumer<Input> out) {
    if (isSecond) {
      out.accept(Keys.pressed("escape", Set.of()));
    }
  }
}
