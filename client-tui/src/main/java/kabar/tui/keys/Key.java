package kabar.tui.keys;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A key with what is held down with it, named as in `keys.toml`: `alt-enter`, `ctrl-g`, `f6`,
/// `alt-1`, `shift-tab`, `page-up`, `ctrl-alt-shift-left`.
///
/// A letter is named by its small form: Alt with a capital A is `alt-shift-a`. What the original
/// terminals cannot tell apart has one name: `enter` is Ctrl-M and Ctrl-J, too, `tab` Ctrl-I,
/// `escape` Ctrl-[, `backspace` Ctrl-H.
///
/// @param base a named key, or a character as a single code point
public record Key(Set<Modifier> modifiers, String base) {

  /// What is held down; in the order of a name.
  public enum Modifier {
    CTRL("ctrl-"),
    ALT("alt-"),
    SHIFT("shift-");

    private final String prefix;

    Modifier(String prefix) {
      this.prefix = prefix;
    }

    private String prefix() {
      return prefix;
    }
  }

  private static final Set<String> NAMED =
      Stream.concat(
              Stream.of(
                  "enter",
                  "tab",
                  "escape",
                  "backspace",
                  "space",
                  "insert",
                  "delete",
                  "home",
                  "end",
                  "page-up",
                  "page-down",
                  "up",
                  "down",
                  "left",
                  "right"),
              IntStream.rangeClosed(1, 35).mapToObj(n -> "f" + n))
          .collect(Collectors.toUnmodifiableSet());

  /// @throws IllegalArgumentException if there is no such key
  public Key {
    modifiers = Set.copyOf(modifiers);
    if (!NAMED.contains(base) && !isCharacter(base)) {
      throw new IllegalArgumentException("no key is named '%s'".formatted(base));
    }
  }

  /// The key of a name, whatever its case and the order of its modifiers; empty if there is none.
  public static Optional<Key> parse(String name) {
    var base = name.strip().toLowerCase(Locale.ROOT);
    var modifiers = EnumSet.noneOf(Modifier.class);
    for (var modifier = leading(base); modifier.isPresent(); modifier = leading(base)) {
      modifiers.add(modifier.get());
      base = base.substring(modifier.get().prefix().length());
    }
    return NAMED.contains(base) || isCharacter(base)
        ? Optional.of(new Key(modifiers, base))
        : Optional.empty();
  }

  /// The key of a name that the program itself gives.
  ///
  /// @throws IllegalArgumentException if there is none
  public static Key of(String name) {
    return parse(name)
        .orElseThrow(() -> new IllegalArgumentException("no key is named '%s'".formatted(name)));
  }

  /// The one name, which {@link #parse} reads.
  public String name() {
    return Arrays.stream(Modifier.values())
        .filter(modifiers::contains)
        .map(Modifier::prefix)
        .collect(Collectors.joining("", "", base));
  }

  @Override
  public String toString() {
    return name();
  }

  /// A character with modifiers: a capital letter is its small one with Shift.
  static Key ofCharacter(int point, Set<Modifier> modifiers) {
    var held = EnumSet.noneOf(Modifier.class);
    held.addAll(modifiers);
    var small = Character.toLowerCase(point);
    if (small != point) {
      held.add(Modifier.SHIFT);
    }
    return new Key(held, small == ' ' ? "space" : Character.toString(small));
  }

  /// Whether a code point can be a key's character.
  static boolean isCharacter(int point) {
    return Character.isDefined(point)
        && !Character.isISOControl(point)
        && !Character.isWhitespace(point)
        && Character.getType(point) != Character.SURROGATE
        && Character.toLowerCase(point) == point;
  }

  private static Optional<Modifier> leading(String name) {
    return Arrays.stream(Modifier.values())
        .filter(modifier -> name.startsWith(modifier.prefix()))
        .findFirst();
  }

  private static boolean isCharacter(String base) {
    return !base.isEmpty()
        && base.codePointCount(0, base.length()) == 1
        && isCharacter(base.codePointAt(0));
  }
}
