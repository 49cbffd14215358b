package kabar.tui;

import static picocli.CommandLine.Command;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import kabar.api.ProviderException;
import kabar.api.Providers;
import kabar.api.SettingsException;
import kabar.api.transport.TransportProvider;
import kabar.protocol.print.Printable;
import kabar.tui.print.OutputException;
import kabar.tui.words.Language;
import kabar.tui.words.Phrase;
import picocli.CommandLine;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/// The client program. It has no full-screen client yet, and says so.
@Command(
    name = "kabar",
    mixinStandardHelpOptions = true,
    versionProvider = Kabar.Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    subcommands = {
      LoginCommand.class,
      JoinCommand.class,
      RegisterCommand.class,
      LogoutCommand.class,
      SendCommand.class,
      InboxCommand.class,
      HistoryCommand.class,
      ReadCommand.class,
      TailCommand.class,
      UsersCommand.class,
      OnlineCommand.class,
      OutboxCommand.class,
      SessionsCommand.class,
      PasswdCommand.class,
      ConfigCommand.class,
      PingCommand.class,
      LineCommand.class
    },
    description = {"Kabar's chat client.", ""},
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "There is no full-screen client yet. All commands but line share one session, see kabar login"
          + " --help; line talks as the two original programs did.",
      "",
      ExitCode.TABLE,
      "",
      "Example: kabar login tcp://localhost:8889 messi && kabar tail"
    })
public final class Kabar implements Callable<Integer> {
  private final Surroundings surroundings;

  @Spec private CommandSpec spec;

  private Kabar() {
    this(Surroundings.ofProcess());
  }

  private Kabar(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// Runs the program and ends the process with its exit code.
  public static void main(String[] args) {
    System.exit(commandLine(Surroundings.ofProcess()).execute(args));
  }

  static CommandLine commandLine(Surroundings surroundings) {
    return new CommandLine(new Kabar(surroundings))
        .setParameterExceptionHandler(Kabar::explain)
        .setExecutionExceptionHandler(Kabar::explain);
  }

  /// Every transport that came with the program.
  ///
  /// @throws ProviderException if two share a name, or one cannot be loaded
  static Providers<TransportProvider> transports() {
    return Providers.of("transport", ServiceLoader.load(TransportProvider.class));
  }

  /// What its commands find around them.
  Surroundings surroundings() {
    return surroundings;
  }

  /// Without a command there is nothing to do but to tell what there is.
  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return CommandLine.ExitCode.OK;
  }

  private static int explain(ParameterException e, String[] args) {
    var commandLine = e.getCommandLine();
    var help = commandLine.getCommandSpec().qualifiedName() + " --help";
    return end(commandLine, ExitCode.USAGE, "%s (see %s)".formatted(e.getMessage(), help));
  }

  private static int explain(Exception e, CommandLine commandLine, ParseResult parsed)
      throws Exception {
    return switch (e) {
      case NotDoneException notDone -> end(commandLine, notDone.code(), notDone.sentence());
      case SettingsException _, ProviderException _ ->
          end(commandLine, ExitCode.USAGE, String.valueOf(e.getMessage()));
      case OutputException lost when lost.isPipeClosed() -> ExitCode.PIPE_CLOSED.number();
      case OutputException lost ->
          end(
              commandLine,
              ExitCode.FILES,
              Phrase.OUTPUT_LOST.in(
                  Language.of(System.getenv()), String.valueOf(lost.getMessage())));
      case IOException _ -> end(commandLine, ExitCode.FILES, String.valueOf(e.getMessage()));
      default -> throw e;
    };
  }

  /// On one line, whatever it quotes.
  private static int end(CommandLine commandLine, ExitCode code, String sentence) {
    commandLine.getErr().println("kabar: " + Printable.of(sentence));
    return code.number();
  }

  /// The version this module was built with.
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      var version =
          Optional.ofNullable(Kabar.class.getModule().getDescriptor())
              .flatMap(ModuleDescriptor::rawVersion)
              .orElse("(unknown version)");
      return new String[] {"kabar " + version};
    }
  }
}
