package kabar.tui;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import kabar.api.Form;
import kabar.api.SettingsException;
import kabar.tui.print.Printer;
import kabar.tui.profile.ConfigFile;
import kabar.tui.profile.ConfigKey;
import kabar.tui.profile.Places;
import kabar.tui.profile.ProfileName;
import kabar.tui.words.Language;
import kabar.tui.words.Sentences;
import org.jspecify.annotations.Nullable;

/// What was asked for with the options that all commands share, as it was written.
///
/// @param profile null for the usual one
/// @param locale null for the usual one
/// @param timeout how long an answer may take
record Request(@Nullable String profile, @Nullable String locale, String timeout) {
  /// Nothing in particular.
  static final Request USUAL = new Request(null, null, "30s");

  private static final ConfigKey LOCALE = new ConfigKey("", "locale");
  private static final ConfigKey PROFILE = new ConfigKey("", "profile");
  private static final Form<Duration> DURATION = Form.duration();

  /// What one run of a command works with.
  ///
  /// @param err where it says what is no answer
  /// @param isJson whether it prints JSON
  /// @throws SettingsException if an option or the configuration cannot be used
  Errand errand(Surroundings surroundings, PrintWriter err, boolean isJson) {
    var environment = surroundings.environment();
    var places = Places.of(environment);
    var config = ConfigFile.read(places.config());
    return new Errand(
        surroundings,
        places,
        config,
        profile(config, environment),
        new Sentences(language(config, environment)),
        duration("--timeout", timeout),
        new Printer(surroundings.out(), err, isJson, surroundings.isStyled()));
  }

  /// Reads the duration that an option has.
  ///
  /// @throws SettingsException if it is none
  static Duration duration(String option, String text) {
    return DURATION
        .read(text)
        .orElseThrow(
            () ->
                new SettingsException(
                    "%s: cannot use '%s' (expected %s)"
                        .formatted(option, text, DURATION.expected())));
  }

  private String profile(ConfigFile config, Map<String, String> environment) {
    var variable = environment.getOrDefault("KABAR_PROFILE", "");
    if (profile != null) {
      return ProfileName.checked(profile, "--profile");
    }
    return variable.isEmpty()
        ? config.value(PROFILE).orElse(ProfileName.DEFAULT)
        : ProfileName.checked(variable, "KABAR_PROFILE");
  }

  private Language language(ConfigFile config, Map<String, String> environment) {
    if (locale != null) {
      return Language.parse(locale)
          .orElseThrow(
              () ->
                  new SettingsException(
                      "--locale: cannot use '%s' (expected en or id)".formatted(locale)));
    }
    return config.value(LOCALE).flatMap(Language::parse).orElseGet(() -> Language.of(environment));
  }
}
