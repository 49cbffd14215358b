package kabar.tui.profile;

import java.util.regex.Pattern;
import kabar.api.SettingsException;

/// The rule for names of profiles: each names a folder and a table of the configuration.
public final class ProfileName {
  /// What a profile is called if nobody says.
  public static final String DEFAULT = "default";

  private static final Pattern RULE = Pattern.compile("[a-z0-9][a-z0-9_-]{0,31}");

  private ProfileName() {}

  /// The same name.
  ///
  /// @param origin who gives it, for the message: `--profile`
  /// @throws SettingsException if it breaks the rule
  public static String checked(String name, String origin) {
    if (!RULE.matcher(name).matches()) {
      throw new SettingsException(
          ("%s: cannot use '%s' (expected 1 to 32 of a-z, 0-9, '_' and '-', a letter or a digit"
                  + " first)")
              .formatted(origin, name));
    }
    return name;
  }
}
