package kabar.tui;

import static picocli.CommandLine.Option;
import static picocli.CommandLine.Spec;

import kabar.api.SettingsException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/// The options of every command that talks to a server or works with a profile.
final class SharedOptions {
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
  private String timeout = Request.USUAL.timeout();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec mixee;

  /// What one run of a command works with.
  ///
  /// @param isJson whether it prints JSON
  /// @throws SettingsException if an option or the configuration cannot be used
  Errand errand(boolean isJson) {
    var surroundings = ((Kabar) mixee.root().userObject()).surroundings();
    var err = mixee.commandLine().getErr();
    return new Request(profile, locale, timeout).errand(surroundings, err, isJson);
  }
}
