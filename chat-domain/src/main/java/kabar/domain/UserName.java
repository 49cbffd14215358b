package kabar.domain;

import java.util.regex.Pattern;

/// The rule for the names of users.
public final class UserName {
  /// The rule, for people.
  public static final String RULE = "1 to 32 of a-z, 0-9, '_', '.' and '-'";

  private static final Pattern FORM = Pattern.compile("[a-z0-9_.-]{1,32}");

  private UserName() {}

  /// Whether somebody may have this name. Nobody has any other.
  public static boolean isValid(String name) {
    return FORM.matcher(name).matches();
  }
}
