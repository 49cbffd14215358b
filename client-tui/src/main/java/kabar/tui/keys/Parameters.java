package kabar.tui.keys;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kabar.tui.keys.Key.Modifier;

/// The numbers of a control sequence: divided by semicolons, and by colons within.
record Parameters(List<List<Integer>> numbers) {
  private static final int RELEASE = 3;
  private static final int MAX_DIGITS = 7;

  /// Super and hyper, which belong to the desktop.
  private static final int FOREIGN = 8 | 16;

  static Parameters parse(String body) {
    return new Parameters(parts(body, ";").map(Parameters::numbersOf).toList());
  }

  private static List<Integer> numbersOf(String part) {
    return parts(part, ":").map(Parameters::number).toList();
  }

  private static Stream<String> parts(String text, String divider) {
    return Stream.of(text.split(divider, -1));
  }

  private static int number(String digits) {
    var isNumber = !digits.isEmpty() && digits.length() <= MAX_DIGITS;
    return isNumber && digits.chars().allMatch(c -> c >= '0' && c <= '9')
        ? Integer.parseInt(digits)
        : 0;
  }

  /// The number at a place, 0 if it is missing or none.
  int at(int index) {
    return at(index, 0);
  }

  /// Whether it tells of a key that the program is to hear of: pressed, not released, and not
  /// together with a key of the desktop.
  boolean isForUs() {
    return at(1, 1) != RELEASE && (bits() & FOREIGN) == 0;
  }

  /// xterm's: one more than the sum of 1 for Shift, 2 for Alt, 4 for Ctrl, and kitty's 32 for Meta.
  Set<Modifier> modifiers() {
    var modifiers = EnumSet.noneOf(Modifier.class);
    addIf(modifiers, 1, Modifier.SHIFT);
    addIf(modifiers, 2 | 32, Modifier.ALT);
    addIf(modifiers, 4, Modifier.CTRL);
    return modifiers;
  }

  private void addIf(Set<Modifier> modifiers, int mask, Modifier modifier) {
    if ((bits() & mask) != 0) {
      modifiers.add(modifier);
    }
  }

  private int bits() {
    return Math.max(0, at(1) - 1);
  }

  private int at(int index, int place) {
    return index < numbers.size() && place < numbers.get(index).size()
        ? numbers.get(index).get(place)
        : 0;
  }
}
