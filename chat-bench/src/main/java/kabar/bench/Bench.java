package kabar.bench;

import static picocli.CommandLine.Command;

import java.lang.module.ModuleDescriptor;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IVersionProvider;

/// The load tool's main program.
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    versionProvider = Bench.Version.class,
    subcommands = {
      TextBench.class,
      StoreReads.class,
      DurableBench.class,
      DeliveryBench.class,
      ScreenBench.class,
      CrashBench.class,
      UdpBench.class,
      TalkBench.class,
      LossyBench.class
    },
    usageHelpAutoWidth = true,
    description = {
      "Measures the packed server. What the figures mean: docs/performance.md.",
      "",
      "All runs on this machine's loopback; what is started is ended again, also after Ctrl-C."
    })
public final class Bench {

  private Bench() {}

  /// Runs a measurement and ends the process: 0 if it could be made, 1 if not, 2 for wrong usage.
  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT);
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Bench())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(Bench::explain);
  }

  private static int explain(Exception e, CommandLine commandLine, Object parsed) throws Exception {
    if (e instanceof BenchException) {
      commandLine.getErr().println("bench: " + e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
    throw e;
  }

  /// The version this module was built with.
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      var version =
          Optional.ofNullable(Bench.class.getModule().getDescriptor())
              .flatMap(ModuleDescriptor::rawVersion);
      return new String[] {"bench " + version.orElse("(unknown version)")};
    }
  }
}
