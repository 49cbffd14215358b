package kabar.server;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Parameters;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import kabar.protocol.print.JsonLine;
import picocli.CommandLine;

/// Takes an export into a running server.
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Take what kabard export --all wrote into the running server.",
      "",
      "Accounts that are there stay as they are. Line by line: if a line cannot be used, what stands"
          + " before it is in. Importing the same file again stores nothing twice.",
      ""
    },
    footer = {"", "Exit codes: 0; 1 if not all of it is in; 2 if no server could be asked."})
final class ImportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The export, or - for the input.")
  private Path file;

  @Mixin private RemoteCommand remote;

  private ImportCommand() {}

  @Override
  public Integer call() throws IOException {
    var request = JsonLine.of("command", "import");
    if (file.toString().equals("-")) {
      remote.give(request, new TextLines(System.in, 0));
      return CommandLine.ExitCode.OK;
    }
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    try (var in = new FileInputStream(file.toFile())) {
      remote.give(request, new TextLines(in, Files.size(file)));
    }
    return CommandLine.ExitCode.OK;
  }
}
