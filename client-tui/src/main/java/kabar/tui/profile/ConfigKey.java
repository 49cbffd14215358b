package kabar.tui.profile;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kabar.api.SettingsException;
import kabar.api.Spelling;
import kabar.tui.paint.Theme;
import kabar.tui.words.Language;

/// What can be set in the configuration.
///
/// @param profile whose it is, empty for what holds for all
/// @param name of the key in its table
public record ConfigKey(String profile, String name) {
  private static final List<String> GLOBAL =
      List.of("profile", "locale", "theme", "bell", "notify");
  private static final List<String> OF_PROFILE = List.of("url", "user");
  private static final Pattern USER = Pattern.compile("[a-z0-9_.-]{1,32}");
  private static final String PROFILES = "profiles.";

  /// Reads a key as it is written in full, `profiles.work.url`; a key of a profile alone, `url`,
  /// belongs to the profile that is meant.
  ///
  /// @param origin who names it, for the message
  /// @throws SettingsException if there is no such key
  public static ConfigKey parse(String text, String profile, String origin) {
    if (GLOBAL.contains(text)) {
      return new ConfigKey("", text);
    }
    if (OF_PROFILE.contains(text)) {
      return new ConfigKey(profile, text);
    }
    int dot = text.lastIndexOf('.');
    if (text.startsWith(PROFILES) && dot > PROFILES.length()) {
      var owner = ProfileName.checked(text.substring(PROFILES.length(), dot), origin);
      return new ConfigKey(owner, ofProfile(text, text.substring(dot + 1), origin));
    }
    throw unknown(text, text, Stream.concat(GLOBAL.stream(), OF_PROFILE.stream()).toList(), origin);
  }

  private static String ofProfile(String whole, String name, String origin) {
    if (!OF_PROFILE.contains(name)) {
      throw unknown(whole, name, OF_PROFILE, origin);
    }
    return name;
  }

  /// The table that the key stands in, empty for the beginning of the file.
  String table() {
    return profile.isEmpty() ? "" : PROFILES + profile;
  }

  /// The key in full.
  public String full() {
    return profile.isEmpty() ? name : table() + "." + name;
  }

  /// The same value.
  ///
  /// @param origin who gives it, for the message
  /// @throws SettingsException if the key cannot have it
  String checked(String value, String origin) {
    return switch (name) {
      case "profile" -> ProfileName.checked(value, origin);
      case "locale" -> required(Language.parse(value).map(_ -> value), value, origin, "en or id");
      case "theme" -> required(themed(value), value, origin, String.join(", ", Theme.names()));
      case "bell", "notify" -> required(switched(value), value, origin, "on or off");
      case "url" -> required(url(value), value, origin, "a URL such as tcp://localhost:8889");
      default ->
          required(
              Optional.of(value).filter(it -> USER.matcher(it).matches()),
              value,
              origin,
              "1 to 32 of a-z, 0-9, '_', '.' and '-'");
    };
  }

  private static Optional<String> themed(String value) {
    return Optional.of(value).filter(Theme.names()::contains);
  }

  private static Optional<String> switched(String value) {
    return Optional.of(value).filter(it -> it.equals("on") || it.equals("off"));
  }

  private static Optional<String> url(String value) {
    try {
      var uri = new URI(value);
      return Optional.of(value).filter(_ -> uri.getScheme() != null && uri.getHost() != null);
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  private static String required(
      Optional<String> usable, String value, String origin, String expected) {
    return usable.orElseThrow(
        () ->
            new SettingsException(
                "%s: cannot use '%s' (expected %s)".formatted(origin, value, expected)));
  }

  private static SettingsException unknown(
      String whole, String name, List<String> known, String origin) {
    var meant = Spelling.nearest(name, known).map("; did you mean '%s'?"::formatted).orElse("");
    return new SettingsException(
        "%s: there is no setting '%s' (expected profile, locale, theme, bell, notify, url, user or"
                .formatted(origin, whole)
            + " profiles.NAME.url, profiles.NAME.user"
            + meant
            + ")");
  }
}
