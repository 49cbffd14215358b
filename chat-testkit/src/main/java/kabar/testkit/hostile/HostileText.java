package kabar.testkit.hostile;

import java.util.regex.Pattern;

/// A text that was written to harm whoever shows it.
///
/// @param name what it tries, in a few words
public record HostileText(String name, String text) {
  private static final Pattern LONE_SURROGATE = Pattern.compile("[\\x{D800}-\\x{DFFF}]");

  /// Whether it has a form in UTF-8: half a surrogate pair has none.
  public boolean isWellFormed() {
    return !LONE_SURROGATE.matcher(text).find();
  }

  @Override
  public String toString() {
    return name;
  }
}
