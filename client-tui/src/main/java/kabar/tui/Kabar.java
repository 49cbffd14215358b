package kabar.tui;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Mixin;
import static picocli.CommandLine.Option;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import kabar.api.ProviderException;
import kabar.api.Providers;
import kabar.api.transport.TransportProvider;
import picocli.CommandLine;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The client program. Without a command it opens the chat.
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
    description = {
      "Kabar's chat client. Without a command it opens the chat on the whole screen.",
      "",
      "The first time it asks for a server and an account. In a pipe, with TERM=dumb and with --plain it talks in lines, without moving the cursor.",
      ""
    },
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "All commands but line share one session; line talks as the two original programs did.",
      "",
      ExitCode.TABLE,
      "",
      "Example: kabar --server tcp://localhost:8889"
    })
public final class Kabar implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(
      names = "--server",
      paramLabel = "URL",
      description =
          "Where the server is, if it is not that of the session. Default: you are asked.")
  private String server = "";

  @Option(
      names = "--plain",
      description = "Talk in lines, for screen readers and simple terminals.")
  private boolean isPlain;

  @Option(names = "--quiet", description = "In lines, hold what comes until Enter is pressed.")
  private boolean isQuiet;

  @Option(
      names = "--theme",
      paramLabel = "NAME",
      description =
          "The colours: terminal, light, dark, high-contrast or mono. Default: the setting theme,"
              + " else terminal.")
  private String theme = "";

  @Mixin private SharedOptions shared;

  private Kabar() {
    this(Surroundings.ofProcess());
  }

  private Kabar(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// Runs the program and ends the process with its exit code.
  public static void main(String[] args) {
    System.exit(run(Surroundings.ofProcess(), printer(System.out), printer(System.err), args));
  }

  /// Runs the program.
  ///
  /// @return its exit code
  static int run(Surroundings surroundings, PrintWriter out, PrintWriter err, String... args) {
    return args.length == 0
        ? new BareStart(surroundings, err).run()
        : commandLine(surroundings).setOut(out).setErr(err).execute(args);
  }

  /// In UTF-8 wherever this runs, and at once.
  private static PrintWriter printer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  static CommandLine commandLine(Surroundings surroundings) {
    return new CommandLine(new Kabar(surroundings))
        .setParameterExceptionHandler(Kabar::explain)
        .setExecutionExceptionHandler(Kabar::explain)
        .setExecutionStrategy(Kabar::execute);
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

  /// Opens the chat.
  @Override
  public Integer call() throws NotDoneException, IOException, InterruptedException {
    var manner = new Manner(server, isPlain, isQuiet, theme);
    new Opening(shared.errand(false), manner).show();
    return ExitCode.DONE.number();
  }

  /// An option before a command would be one of the chat, and so without effect.
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
    var commandLine = e.getCommandLine();
    var help = commandLine.getCommandSpec().qualifiedName() + " --help";
    return new Failure(ExitCode.USAGE, "%s (see %s)".formatted(e.getMessage(), help))
        .tell(commandLine.getErr());
  }

  private static int explain(Exception e, CommandLine commandLine, ParseResult parsed)
      throws Exception {
    return Failure.from(e).orElseThrow(() -> e).tell(commandLine.getErr());
  }

  /// The program and the version that its module was built with.
  static String version() {
    return "kabar "
        + Optional.ofNullable(Kabar.class.getModule().getDescriptor())
            .flatMap(ModuleDescriptor::rawVersion)
            .orElse("(unknown version)");
  }

  /// The same for `--version`.
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      return new String[] {version()};
    }
  }
}
