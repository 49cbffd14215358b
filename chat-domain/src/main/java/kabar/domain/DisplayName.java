package kabar.domain;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The rule for the names that people see.
///
/// Nothing that cannot be seen, nothing that turns a line around, and no letters that pass for
/// those of another script: a name keeps to one script, or to those that are written together
/// (UTS 39 §5.2, "highly restrictive"), and has no letters that only look different from plain
/// ones. Names made of look-alikes from one other script are not found out.
public final class DisplayName {
  /// The rule, for people.
  public static final String RULE =
      "1 to 64 characters of one script, visible, without '[' and ']',"
          + " with spaces only inside and one at a time";

  private static final int MOST = 64;
  private static final int MOST_MARKS_IN_A_ROW = 3;

  /// Scripts that are written together, besides Latin.
  private static final List<Set<UnicodeScript>> TOGETHER =
      List.of(
          EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA),
          EnumSet.of(UnicodeScript.HAN, UnicodeScript.HANGUL),
          EnumSet.of(UnicodeScript.HAN, UnicodeScript.BOPOMOFO));

  private DisplayName() {}

  /// Whether somebody may be shown by this name.
  public static boolean isValid(String name) {
    int length = name.codePointCount(0, name.length());
    return length >= 1
        && length <= MOST
        && name.equals(Normalizer.normalize(name, Normalizer.Form.NFKC))
        && name.codePoints().allMatch(DisplayName::isVisible)
        && hasSpacesOnlyInside(name)
        && !hasTooManyMarks(name)
        && isOfScriptsWrittenTogether(name);
  }

  private static boolean isVisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> codePoint == ' ';
      default -> codePoint != '[' && codePoint != ']';
    };
  }

  private static boolean hasSpacesOnlyInside(String name) {
    return !name.startsWith(" ") && !name.endsWith(" ") && !name.contains("  ");
  }

  private static boolean hasTooManyMarks(String name) {
    int inARow = 0;
    for (int codePoint : name.codePoints().toArray()) {
      inARow = isMark(codePoint) ? inARow + 1 : 0;
      if (inARow > MOST_MARKS_IN_A_ROW) {
        return true;
      }
    }
    return isMark(name.codePointAt(0));
  }

  private static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static boolean isOfScriptsWrittenTogether(String name) {
    var scripts = EnumSet.noneOf(UnicodeScript.class);
    name.codePoints().mapToObj(UnicodeScript::of).forEach(scripts::add);
    scripts.removeAll(EnumSet.of(UnicodeScript.COMMON, UnicodeScript.INHERITED));
    if (scripts.size() <= 1) {
      return true;
    }
    scripts.remove(UnicodeScript.LATIN);
    return TOGETHER.stream().anyMatch(together -> together.containsAll(scripts));
  }
}
