package kabar.server;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Option;

import java.util.concurrent.Callable;
import kabar.protocol.print.JsonLine;
import picocli.CommandLine;

/// Tells the limits in force.
@Command(
    name = "limits",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Show every limit of the running server, where it comes from, and how often it was reached"
          + " since the start, where that is counted.",
      ""
    },
    footer = {"", "Exit codes: 0; 2 if no server could be asked."})
final class LimitsCommand implements Callable<Integer> {
  @Option(names = "--json", description = "Print JSON, an object a line.")
  private boolean isJson;

  @Mixin private RemoteCommand remote;

  private LimitsCommand() {}

  @Override
  public Integer call() {
    remote.give(JsonLine.of("command", "limits"), isJson);
    return CommandLine.ExitCode.OK;
  }
}
