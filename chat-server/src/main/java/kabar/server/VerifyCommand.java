package kabar.server;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Option;
import static picocli.CommandLine.Parameters;
import static picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import kabar.protocol.print.JsonLine;
import kabar.protocol.print.Terminal;
import kabar.server.control.ControlClient;
import kabar.server.operation.Care;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// Checks a backup, or the store of a running server.
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Check a backup: that it is whole, each row as it was written, and what is in it.",
      "",
      "That needs no server. Without FILE the store of the running server is checked.",
      ""
    },
    footer = {
      "",
      "Exit codes: 0; 1 if there are faults, or the file is no backup; 2 if the settings cannot be used"
          + " or no server could be asked."
    })
final class VerifyCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "FILE", description = "The backup.")
  private @Nullable Path file;

  @Option(names = "--json", description = "Print the counts as JSON, an object a line.")
  private boolean isJson;

  @Option(names = "--progress", description = RemoteCommand.PROGRESS)
  private boolean isProgressWanted;

  @Mixin private SharedOptions shared;
  @Spec private CommandSpec spec;

  private VerifyCommand() {}

  @Override
  public Integer call() throws IOException {
    try (var output =
        ConsoleOutput.of(spec, isJson, isProgressWanted || Terminal.ERRORS.isThere())) {
      if (file == null) {
        var data = shared.data(System.getenv());
        DataFolder.check(data);
        new ControlClient(data, Version.text())
            .run(JsonLine.of("command", "verify"), output, ControlClient.Lines.NONE);
      } else {
        Care.report(
            BackedUp.by(shared.plan(System.getenv()).store(), "verify")
                .verify(file.toAbsolutePath(), output.progress()),
            output);
        output.say("The backup is sound.");
      }
    }
    return CommandLine.ExitCode.OK;
  }
}
