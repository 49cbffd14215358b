package kabar.server;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Spec;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import kabar.api.ProviderException;
import kabar.api.SettingsException;
import kabar.api.store.StoreException;
import kabar.api.transport.Listener.Stopped;
import kabar.protocol.print.Printable;
import kabar.server.control.FileProblem;
import kabar.server.control.RefusedException;
import kabar.server.control.UnreachableException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The server program: without a command it starts the server.
@Command(
    name = "kabard",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      ConfigCommand.class,
      UserCommand.class,
      InviteCommand.class,
      SessionsCommand.class,
      BackupCommand.class,
      VerifyCommand.class,
      RestoreCommand.class,
      ExportCommand.class,
      ImportCommand.class,
      DuCommand.class,
      LimitsCommand.class
    },
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Kabar's chat server.",
      "",
      "Without a command it runs until it is told to stop (Ctrl-C or SIGTERM); then it answers what"
          + " has arrived and ends.",
      ""
    },
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "All settings, with their meaning and defaults: kabard config --example",
      "",
      "Exit codes: 0 after --help and --version, 2 if it could not start, 143 after SIGTERM; of a"
          + " command: 0 if it was done, 1 if not, 2 if it could not begin.",
      "",
      "Example: kabard --demo --listen 'tcp://localhost:8889?dialect=chatbox'"
    })
public final class Kabard implements Callable<Integer> {
  private static final int REFUSED = CommandLine.ExitCode.USAGE;
  private static final int NOT_DONE = CommandLine.ExitCode.SOFTWARE;

  @Mixin private StartOptions options;
  @Spec private CommandSpec spec;

  private Kabard() {}

  /// Runs the program and ends the process with its exit code.
  public static void main(String[] args) {
    System.exit(
        new CommandLine(new Kabard())
            .setParameterExceptionHandler(Kabard::explain)
            .setExecutionExceptionHandler(Kabard::explain)
            .setExecutionStrategy(Kabard::execute)
            .execute(args));
  }

  /// Starts, then waits for the end of the process.
  @Override
  public Integer call() throws IOException, InterruptedException {
    var plan = options.plan(System.getenv());
    var server = new RunningServer(plan);
    stopAtExit(server);
    new Greeting(spec.commandLine().getOut()).print(server, plan);
    new CountDownLatch(1).await();
    return CommandLine.ExitCode.OK;
  }

  private void stopAtExit(RunningServer server) {
    var out = spec.commandLine().getOut();
    var stop =
        new Thread(
            () -> {
              out.println("Stopping");
              out.flush();
              var outcome = server.stop();
              out.println(
                  outcome == Stopped.DRAINED ? "Stopped" : "Stopped, cutting connections off");
              out.flush();
            },
            "kabar-stop");
    Runtime.getRuntime().addShutdownHook(stop);
  }

  /// An option before a command would be one of the start, and so without effect.
  private static int execute(ParseResult parsed) {
    if (parsed.hasSubcommand()
        && !parsed.isUsageHelpRequested()
        && !parsed.isVersionHelpRequested()) {
      parsed.matchedOptions().stream()
          .findFirst()
          .ifPresent(
              option -> {
                throw new ParameterException(
                    parsed.commandSpec().commandLine(),
                    "%s stands before the command %s (expected after it)"
                        .formatted(option.longestName(), parsed.subcommand().commandSpec().name()));
              });
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  private static int explain(ParameterException e, String[] args) {
    var command = e.getCommandLine();
    var help = command.getCommandSpec().qualifiedName() + " --help";
    return refuse(command, "%s (see %s)".formatted(e.getMessage(), help), REFUSED);
  }

  private static int explain(Exception e, CommandLine command, ParseResult parsed)
      throws Exception {
    return switch (e) {
      case RefusedException _ -> refuse(command, String.valueOf(e.getMessage()), NOT_DONE);
      case UnreachableException _, SettingsException _, ProviderException _ ->
          refuse(command, String.valueOf(e.getMessage()), REFUSED);
      case StoreException _ -> refuse(command, String.valueOf(e.getMessage()), undone(parsed));
      case IOException io -> refuse(command, FileProblem.sentence(io), undone(parsed));
      default -> throw e;
    };
  }

  /// A file that cannot be used stops the start, or the one thing that a command does.
  private static int undone(ParseResult parsed) {
    return parsed.hasSubcommand() ? NOT_DONE : REFUSED;
  }

  /// On one line, whatever it quotes.
  private static int refuse(CommandLine command, String sentence, int exitCode) {
    command.getErr().println("kabard: " + Printable.of(sentence));
    return exitCode;
  }
}
