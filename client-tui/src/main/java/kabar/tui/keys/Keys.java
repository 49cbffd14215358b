package kabar.tui.keys;

import java.util.EnumSet;
import java.util.Set;
import kabar.tui.keys.Input.Pressed;
import kabar.tui.keys.Input.Typed;
import kabar.tui.keys.Key.Modifier;

/// Inputs from code points and modifiers.
final class Keys {
  private Keys() {}

  /// What a code point means that came with modifiers: control characters are keys, others are
  /// typed, unless Ctrl or Alt is held.
  static Input of(int point, Set<Modifier> modifiers) {
    return switch (point) {
      case 0 -> pressed("space", with(modifiers, Modifier.CTRL));
      case '\b', 0x7F -> pressed("backspace", modifiers);
      case '\t' -> pressed("tab", modifiers);
      case '\n', '\r' -> pressed("enter", modifiers);
      case Ground.ESCAPE -> pressed("escape", modifiers);
      default -> point < ' ' ? ofControl(point, modifiers) : ofCharacter(point, modifiers);
    };
  }

  static Input pressed(String base, Set<Modifier> modifiers) {
    return new Pressed(new Key(modifiers, base));
  }

  private static Input ofControl(int point, Set<Modifier> modifiers) {
    var character = Character.toLowerCase(point + '@');
    return new Pressed(Key.ofCharacter(character, with(modifiers, Modifier.CTRL)));
  }

  private static Input ofCharacter(int point, Set<Modifier> modifiers) {
    if (!modifiers.contains(Modifier.CTRL) && !modifiers.contains(Modifier.ALT)) {
      return new Typed(Character.toString(shifted(point, modifiers)));
    }
    return isKey(point)
        ? new Pressed(Key.ofCharacter(point, modifiers))
        : new Typed(Character.toString(point));
  }

  private static int shifted(int point, Set<Modifier> modifiers) {
    return modifiers.contains(Modifier.SHIFT) ? Character.toUpperCase(point) : point;
  }

  private static boolean isKey(int point) {
    return point == ' ' || Key.isCharacter(Character.toLowerCase(point));
  }

  private static Set<Modifier> with(Set<Modifier> modifiers, Modifier another) {
    var all = EnumSet.of(another);
    all.addAll(modifiers);
    return all;
  }
}
