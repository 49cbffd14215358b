package kabar.tui;

import static picocli.CommandLine.Command;

import java.lang.module.ModuleDescriptor;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import kabar.api.Providers;
import kabar.api.transport.TransportProvider;
import picocli.CommandLine;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The client program. For now it has the line client only, and says so.
@Command(
    name = "kabar",
    mixinStandardHelpOptions = true,
    versionProvider = Kabar.Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    subcommands = LineCommand.class,
    description = {"Kabar's chat client.", ""},
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "There is no full-screen client yet: use kabar line, and kabar line --help for more.",
      "",
      "Example: kabar line tcp://localhost:8889"
    })
public final class Kabar implements Callable<Integer> {
  @Spec private CommandSpec spec;

  private Kabar() {}

  /// Runs the program and ends the process with its exit code.
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Kabar()).setParameterExceptionHandler(Kabar::explain);
  }

  /// Every transport that came with the program.
  ///
  /// @throws kabar.api.ProviderException if two share a name, or one cannot be loaded
  static Providers<TransportProvider> transports() {
    return Providers.of("transport", ServiceLoader.load(TransportProvider.class));
  }

  /// Without a command there is nothing to do but to tell what there is.
  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return CommandLine.ExitCode.OK;
  }

  private static int explain(ParameterException e, String[] args) {
    var commandLine = e.getCommandLine();
    commandLine
        .getErr()
        .println(
            "kabar: %s (see %s --help)"
                .formatted(e.getMessage(), commandLine.getCommandSpec().qualifiedName()));
    return CommandLine.ExitCode.USAGE;
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
