package kabar.server;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Option;
import static picocli.CommandLine.Spec;

import kabar.server.config.ConfigurationText;
import picocli.CommandLine.Model.CommandSpec;

/// Prints the configuration.
@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Print the configuration that a start with these options would have.",
      "",
      "Everything is checked as at a start, but nothing is opened: a port that is taken goes"
          + " unnoticed. Each value is followed by its origin. Secrets are hidden.",
      ""
    },
    footer = {
      "",
      "Exit codes: 0, or 2 if kabard could not start.",
      "",
      "Example: kabard config --example > ~/.config/kabar/kabard.toml"
    })
final class ConfigCommand implements Runnable {
  @Option(
      names = "--example",
      description = "Print a file with every option, its meaning and its default instead.")
  private boolean isExample;

  @Mixin private StartOptions options;
  @Spec private CommandSpec spec;

  private ConfigCommand() {}

  @Override
  public void run() {
    var out = spec.commandLine().getOut();
    var configuration = options.plan(System.getenv()).configuration();
    var lines =
        isExample
            ? ConfigurationText.example(configuration.catalogue())
            : ConfigurationText.effective(configuration);
    lines.forEach(out::println);
    out.flush();
  }
}
