package kabar.tui;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Option;
import static picocli.CommandLine.Parameters;

import java.io.IOException;
import java.util.concurrent.Callable;
import kabar.api.SettingsException;
import kabar.protocol.print.JsonLine;
import kabar.tui.print.OutputException;
import kabar.tui.profile.ConfigKey;
import kabar.tui.words.Phrase;
import org.jspecify.annotations.Nullable;

/// Shows and changes the settings of the user.
@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    versionProvider = Kabar.Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Show or change your settings; without a KEY, show all that are set, and where.",
      "",
      "KEY is one of",
      "  profile             the profile that is meant if nobody says",
      "  locale              the language of texts for people: en or id",
      "  theme               the colours of the full screen: terminal, light, dark, high-contrast",
      "                      or mono",
      "  bell                whether a message rings the terminal's bell: on or off",
      "  notify              whether the terminal is asked for a notification: on or off",
      "  url                 where the profile's server is",
      "  user                who you are there",
      "  profiles.NAME.url   the same of another profile, and profiles.NAME.user",
      "",
      "They are in kabar/kabar.toml in $$XDG_CONFIG_HOME (~/.config).",
      ""
    },
    footer = {
      "",
      ExitCode.TABLE,
      "",
      "Example: kabar config profiles.work.url tcp://10.0.0.5:8889"
    })
final class ConfigCommand implements Callable<Integer> {
  @Parameters(index = "0", arity = "0..1", paramLabel = "KEY", description = "Which setting.")
  private @Nullable String key;

  @Parameters(index = "1", arity = "0..1", paramLabel = "VALUE", description = "What it is to be.")
  private @Nullable String value;

  @Option(names = "--unset", description = "Take the setting away.")
  private boolean isUnset;

  @Mixin private JsonOption output;
  @Mixin private SharedOptions shared;

  @Override
  public Integer call() throws NotDoneException, IOException {
    var errand = shared.errand(output.isJson());
    if (key == null) {
      requireKey();
      for (var set : errand.config().values().keySet()) {
        show(errand, set);
      }
      return ExitCode.DONE.number();
    }
    var meant = ConfigKey.parse(key, errand.profile(), "config");
    if (isUnset || value != null) {
      change(errand, meant);
    } else {
      tell(errand, meant);
    }
    return ExitCode.DONE.number();
  }

  private void requireKey() {
    if (isUnset) {
      throw new SettingsException("--unset: there is no KEY (expected one, as locale)");
    }
  }

  private void change(Errand errand, ConfigKey meant) throws IOException {
    if (isUnset && value != null) {
      throw new SettingsException(
          "--unset: there is a value, '%s' (expected a KEY alone)".formatted(value));
    }
    var config = errand.config();
    var changed = value == null ? config.without(meant) : config.with(meant, value);
    errand.printer().say(errand.say(Phrase.WRITTEN, errand.places().config()));
    if (errand.printer().isJson() && changed.value(meant).isPresent()) {
      errand.printer().json(shape(meant, changed.value(meant).get(), changed.origin(meant)));
    }
  }

  private static void tell(Errand errand, ConfigKey meant)
      throws NotDoneException, OutputException {
    var set = errand.config().value(meant);
    if (set.isEmpty()) {
      throw new NotDoneException(ExitCode.REFUSED, errand.say(Phrase.NOT_SET, meant.full()));
    }
    if (errand.printer().isJson()) {
      show(errand, meant);
    } else {
      errand.printer().line(set.get());
    }
  }

  private static void show(Errand errand, ConfigKey meant) throws OutputException {
    var set = errand.config().value(meant).orElse("");
    var origin = errand.config().origin(meant);
    if (errand.printer().isJson()) {
      errand.printer().json(shape(meant, set, origin));
    } else {
      errand.printer().line("%s = %s  # %s".formatted(meant.full(), set, origin));
    }
  }

  private static JsonLine shape(ConfigKey meant, String set, String origin) {
    return JsonLine.of("key", meant.full()).with("value", set).with("origin", origin);
  }
}
