package kabar.tui;

import static picocli.CommandLine.Option;
import static picocli.CommandLine.Spec;

import java.time.Duration;
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
import picocli.CommandLine.Model.CommandSpec;

/// The options of every command that talks to a server or works with a profile.
final class SharedOptions {
  private static final ConfigKey LOCALE = new ConfigKey("", "locale");
  private static final ConfigKey PROFILE = new ConfigKey("", "profile");
  private static final Form<Duration> DURATION = Form.duration();

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description =
          "Which of your profiles is meant, one for each account. Default: $KABAR_PROFILE, else the"
              + " setting profile, else default.")
  private @Nullable String profile;

  @Option(
      names = "--locale",
      paramLabel = "en|id",
      description =
          "The language of texts for people. Default: the setting locale, else that of the"
              + " environment.")
  private @Nullable String locale;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      description = "How long an answer may take, as 500ms, 30s or 2m. Default: 30s.")
  private String timeout = "30s";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec mixee;

  /// What one run of a command works with.
  ///
  /// @param isJson whether it prints JSON
  /// @throws SettingsException if an option or the configuration cannot be used
  Errand errand(boolean isJson) {
    var surroundings = surroundings();
    var places = Places.of(surroundings.environment());
    var config = ConfigFile.read(places.config());
    return new Errand(
        surroundings,
        places,
        config,
        profile(config),
        new Sentences(language(config)),
        duration("--timeout", timeout),
        new Printer(
            surroundings.out(), mixee.commandLine().getErr(), isJson, surroundings.isStyled()));
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

  private Surroundings surroundings() {
    return ((Kabar) mixee.root().userObject()).surroundings();
  }

  private String profile(ConfigFile config) {
    var variable = surroundings().environment().getOrDefault("KABAR_PROFILE", "");
    if (profile != null) {
      return ProfileName.checked(profile, "--profile");
    }
    return variable.isEmpty()
        ? config.value(PROFILE).orElse(ProfileName.DEFAULT)
        : ProfileName.checked(variable, "KABAR_PROFILE");
  }

  private Language language(ConfigFile config) {
    if (locale != null) {
      return Language.parse(locale)
          .orElseThrow(
              () ->
                  new SettingsException(
                      "--locale: cannot use '%s' (expected en or id)".formatted(locale)));
    }
    return config
        .value(LOCALE)
        .flatMap(Language::parse)
        .orElseGet(() -> Language.of(surroundings().environment()));
  }
}
