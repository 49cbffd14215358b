package kabar.api;

import java.util.regex.Pattern;

/// One setting, described once: reading it, refusing what it cannot be, and all documentation of it
/// come from here.
///
/// @param key lower-case words joined by dashes
/// @param form what may stand there
/// @param fallback its value where nothing is set
/// @param description one sentence, or the beginning of one, without a full stop at the end
/// @param fallbackRule how the fallback comes about where it depends on the machine, as `half of
///     the cores`; otherwise empty
/// @param isSecret whether its value is never shown
public record Option<T>(
    String key,
    Form<T> form,
    T fallback,
    String description,
    String fallbackRule,
    boolean isSecret) {
  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  public Option {
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException(
          "cannot use '%s' as the key of an option (expected lower-case words joined by dashes)"
              .formatted(key));
    }
  }

  /// An option whose default is the same everywhere.
  public static <T> Option<T> of(String key, Form<T> form, T fallback, String description) {
    return new Option<>(key, form, fallback, description, "", false);
  }

  /// The same with another default, and the rule behind it.
  public Option<T> orElse(T other, String rule) {
    return new Option<>(key, form, other, description, rule, isSecret);
  }

  /// The same, never to be shown: a password.
  public Option<T> secret() {
    return new Option<>(key, form, fallback, description, fallbackRule, true);
  }

  /// The text that stands for the fallback.
  public String fallbackText() {
    return form.write(fallback);
  }

  /// A text as it may be shown.
  public String shown(String text) {
    return isSecret ? "(hidden)" : text;
  }
}
