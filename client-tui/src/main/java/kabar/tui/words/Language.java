package kabar.tui.words;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A language that texts for people are in.
public enum Language {
  /// For everybody whose own language is not among these.
  ENGLISH("en", Locale.ENGLISH),
  /// The language of Kabar's origin.
  INDONESIAN("id", Locale.forLanguageTag("id"));

  private final String tag;
  private final Locale locale;

  Language(String tag, Locale locale) {
    this.tag = tag;
    this.locale = locale;
  }

  /// The language's tag (RFC 5646): `en` or `id`.
  public String tag() {
    return tag;
  }

  /// How numbers are written in it.
  public Locale locale() {
    return locale;
  }

  /// The language that a locale asks for, as `id`, `id-ID` or `id_ID.UTF-8`; empty if none of ours.
  public static Optional<Language> parse(String locale) {
    return switch (locale.split("[-_.@]", 2)[0].toLowerCase(Locale.ROOT)) {
      // Java and old systems call Indonesian by its first code, too.
      case "id", "in" -> Optional.of(INDONESIAN);
      case "en", "c", "posix" -> Optional.of(ENGLISH);
      default -> Optional.empty();
    };
  }

  /// The language of an environment, by the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set
  /// (POSIX.1-2017 §8.2), English if that is none of ours.
  public static Language of(Map<String, String> environment) {
    return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
        .map(variable -> environment.getOrDefault(variable, ""))
        .filter(locale -> !locale.isEmpty())
        .findFirst()
        .flatMap(Language::parse)
        .orElse(ENGLISH);
  }
}
