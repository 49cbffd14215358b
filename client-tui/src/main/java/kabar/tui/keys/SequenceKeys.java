package kabar.tui.keys;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import kabar.tui.keys.Input.FocusChanged;
import kabar.tui.keys.Key.Modifier;

/// What a whole sequence means, if it means a key or a change of focus; answers to queries and what
/// nobody knows mean nothing.
final class SequenceKeys {
  private static final int MODIFY_OTHER_KEYS = 27;

  private final char last;
  private final String body;
  private final Parameters parameters;
  private final Set<Modifier> modifiers;

  private SequenceKeys(String sequence, boolean hasAlt) {
    last = sequence.charAt(sequence.length() - 1);
    body = sequence.substring(0, sequence.length() - 1);
    parameters = Parameters.parse(body);
    modifiers = parameters.modifiers();
    if (hasAlt) {
      modifiers.add(Modifier.ALT);
    }
  }

  /// @param introducer the byte after ESC
  /// @param sequence all that follows
  /// @param hasAlt whether another ESC came before
  static Optional<Input> read(char introducer, String sequence, boolean hasAlt) {
    var keys = new SequenceKeys(sequence, hasAlt);
    if (!keys.parameters.isForUs()) {
      return Optional.empty();
    }
    return introducer == 'O' ? keys.ofSingleShift() : keys.ofControlSequence();
  }

  /// rxvt's Shift is an intermediate byte elsewhere: `ESC [ 7 $` is one, `ESC [ ? 7 $ y` is not.
  static boolean isShiftedOfRxvt(CharSequence sequence) {
    return sequence.length() > 1
        && sequence.chars().limit(sequence.length() - 1L).allMatch(SequenceKeys::isDigit);
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private Optional<Input> ofSingleShift() {
    if (isArrowOfRxvt()) {
      return named(KeyNames.ofLetter(Character.toUpperCase(last)), Modifier.CTRL);
    }
    var modified = Parameters.parse("1;" + body).modifiers();
    modifiers.addAll(modified);
    return typedOrNamed(KeyNames.ofKeypad(last));
  }

  private Optional<Input> ofControlSequence() {
    return switch (last) {
      case 'u' -> isPrivate() ? Optional.empty() : ofCode(parameters.at(0));
      case '~' ->
          parameters.at(0) == MODIFY_OTHER_KEYS
              ? ofCode(parameters.at(2))
              : named(KeyNames.ofNumber(parameters.at(0)));
      case '^' -> named(KeyNames.ofNumber(parameters.at(0)), Modifier.CTRL);
      case '$' -> named(KeyNames.ofNumber(parameters.at(0)), Modifier.SHIFT);
      case '@' -> named(KeyNames.ofNumber(parameters.at(0)), Modifier.CTRL, Modifier.SHIFT);
      case 'Z' -> named("tab", Modifier.SHIFT);
      default -> ofLetter();
    };
  }

  private Optional<Input> ofLetter() {
    if (body.equals("[")) {
      return named(last >= 'A' && last <= 'E' ? "f" + (last - 'A' + 1) : "");
    }
    if (body.isEmpty() && (last == 'I' || last == 'O')) {
      return Optional.of(new FocusChanged(last == 'I'));
    }
    if (isArrowOfRxvt()) {
      return named(KeyNames.ofLetter(Character.toUpperCase(last)), Modifier.SHIFT);
    }
    return body.isEmpty() || parameters.at(0) == 1
        ? named(KeyNames.ofLetter(last))
        : Optional.empty();
  }

  private boolean isArrowOfRxvt() {
    return body.isEmpty() && last >= 'a' && last <= 'd';
  }

  private boolean isPrivate() {
    return !body.isEmpty() && !isDigit(body.charAt(0));
  }

  private Optional<Input> ofCode(int code) {
    var isAssigned = Character.isDefined(code) && Character.getType(code) != Character.SURROGATE;
    if (!isAssigned || Character.getType(code) == Character.PRIVATE_USE) {
      return typedOrNamed(KeyNames.ofFunctional(code));
    }
    return Optional.of(Keys.of(code, modifiers));
  }

  /// Of the keypad: a character is typed, as from the other keys.
  private Optional<Input> typedOrNamed(String name) {
    return name.length() == 1 ? Optional.of(Keys.of(name.charAt(0), modifiers)) : named(name);
  }

  private Optional<Input> named(String name, Modifier... more) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    var all = EnumSet.noneOf(Modifier.class);
    all.addAll(modifiers);
    all.addAll(Set.of(more));
    return Optional.of(Keys.pressed(name, all));
  }
}
