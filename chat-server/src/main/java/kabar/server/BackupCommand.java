package kabar.server;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import kabar.protocol.print.JsonLine;
import picocli.CommandLine;

/// Backs up a running server.
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Write a backup of the running server's accounts and messages.",
      "",
      "The server goes on meanwhile; the backup holds what was stored at one moment. It is made by"
          + " the server, on its machine, readable by its user only. Its folder has to be there,"
          + " and the file must not.",
      ""
    },
    footer = {"", "Exit codes: 0; 1 if there is no backup; 2 if no server could be asked."})
final class BackupCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The new file.")
  private Path file;

  @Mixin private RemoteCommand remote;

  private BackupCommand() {}

  @Override
  public Integer call() {
    remote.give(JsonLine.of("command", "backup").with("file", RemoteCommand.absolute(file)));
    return CommandLine.ExitCode.OK;
  }
}
