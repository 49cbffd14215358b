package kabar.server;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Option;
import static picocli.CommandLine.Parameters;
import static picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import kabar.protocol.print.Terminal;
import kabar.server.control.FileProblem;
import kabar.server.control.RefusedException;
import kabar.server.operation.Care;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// Makes a data folder out of a backup.
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Make a data folder out of a backup, for a server that is then started on it.",
      "",
      "The folder must be empty or missing. Sessions and invites are not restored, because some may"
          + " have ended or been used since: everybody has to log in again.",
      ""
    },
    footer = {
      "",
      "Exit codes: 0; 1 if nothing was restored; 2 if the settings cannot be used or a server uses the"
          + " folder."
    })
final class RestoreCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The backup.")
  private Path file;

  @Option(names = "--progress", description = RemoteCommand.PROGRESS)
  private boolean isProgressWanted;

  @Mixin private SharedOptions shared;
  @Spec private CommandSpec spec;

  private RestoreCommand() {}

  @Override
  public Integer call() throws IOException {
    var plan = shared.plan(System.getenv());
    var backups = BackedUp.by(plan.store(), "restore");
    var backup = file.toAbsolutePath().normalize();
    var isProgressShown = isProgressWanted || Terminal.ERRORS.isThere();
    try (var output = ConsoleOutput.of(spec, false, isProgressShown)) {
      requireEmpty(plan.data());
      Care.report(backups.verify(backup, output.progress()), output);
      boolean isNew = DataFolder.make(plan.data());
      try {
        backups.restore(backup, plan.data(), output.progress());
        isNew = false;
      } finally {
        if (isNew) {
          Files.deleteIfExists(plan.data());
        }
      }
      output.say("All of it is in '%s' now. Everybody has to log in again.".formatted(plan.data()));
    }
    return CommandLine.ExitCode.OK;
  }

  /// A server that runs there is named as the reason.
  private static void requireEmpty(Path data) throws IOException {
    if (Files.exists(data.resolve(DataFolder.LOCK))) {
      DataFolder.open(data).close();
    }
    try {
      if (Files.exists(data)) {
        DataFolder.requireEmpty(data);
      }
    } catch (DirectoryNotEmptyException e) {
      throw new RefusedException("restore: " + FileProblem.sentence(e));
    }
  }
}
