package kabar.server;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Option;

import java.util.concurrent.Callable;
import kabar.protocol.print.JsonLine;
import picocli.CommandLine;

/// Tells what takes how much room.
@Command(
    name = "du",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Show how much room the running server's data take: file by file, and as its store sees it.",
      ""
    },
    footer = {"", "Exit codes: 0; 1 if it cannot be told; 2 if no server could be asked."})
final class DuCommand implements Callable<Integer> {
  @Option(names = "--json", description = "Print JSON, an object a line.")
  private boolean isJson;

  @Mixin private RemoteCommand remote;

  private DuCommand() {}

  @Override
  public Integer call() {
    remote.give(JsonLine.of("command", "du"), isJson);
    return CommandLine.ExitCode.OK;
  }
}
