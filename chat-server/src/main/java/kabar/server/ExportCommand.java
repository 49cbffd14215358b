package kabar.server;

import static picocli.CommandLine.ArgGroup;
import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import kabar.protocol.print.JsonLine;
import kabar.server.control.ControlClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// Writes down what a running server holds.
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Write down what the running server holds as JSON, an object a line.",
      "",
      "An export of everything can be imported into another server. It has the hashes of all"
          + " passwords in it: keep it as secret as a backup. An export of one user is for that"
          + " user: the account, their messages, and where they are logged in.",
      ""
    },
    footer = {
      "",
      "Exit codes: 0; 1 if it is not whole; 2 if no server could be asked.",
      "",
      "Example: kabard export --user messi --output messi.jsonl"
    })
final class ExportCommand implements Callable<Integer> {
  @ArgGroup(multiplicity = "1")
  private Extent extent = new Extent();

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Into this new file, readable by you only. Default: the output.")
  private @Nullable Path file;

  @Mixin private RemoteCommand remote;

  private ExportCommand() {}

  /// How much of it.
  static final class Extent {
    @Option(names = "--all", required = true, description = "Everything.")
    private boolean isAll;

    @Option(
        names = "--user",
        paramLabel = "USER",
        required = true,
        description = "What concerns this user.")
    private @Nullable String user;
  }

  @Override
  public Integer call() throws IOException {
    var request = JsonLine.of("command", "export");
    var whole = extent.isAll || extent.user == null ? request : request.with("user", extent.user);
    if (file == null) {
      remote.give(whole, true);
    } else {
      writeTo(file.toAbsolutePath(), whole);
    }
    return CommandLine.ExitCode.OK;
  }

  private void writeTo(Path path, JsonLine request) throws IOException {
    var client = remote.client();
    try (var part = NewFile.create(path)) {
      try (var output =
          ConsoleOutput.json(remote.command(), part.writer(), remote.showsProgress())) {
        client.run(request, output, ControlClient.Lines.NONE);
      }
      part.keep();
    }
  }
}
