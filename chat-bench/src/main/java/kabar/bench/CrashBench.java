package kabar.bench;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Option;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The proof that a killed server loses nothing.
@Command(
    name = "crash",
    mixinStandardHelpOptions = true,
    versionProvider = Bench.Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Kills the server over and over while many send, and looks for each acknowledged message.",
      "",
      "Fails if one is lost, doubled or out of order, and then keeps the data folder. What this",
      "proves and what not: docs/crashes.md.",
      ""
    })
final class CrashBench implements Callable<Integer> {
  private static final int MEGABYTE = 1_000_000;

  @Mixin private ServerOptions server;

  @Option(
      names = "--kills",
      defaultValue = "500",
      description = "How often the server is killed. Default: ${DEFAULT-VALUE}.")
  private int kills;

  @Option(
      names = "--connections",
      defaultValue = "24",
      description = "How many send, each with a login of its own. Default: ${DEFAULT-VALUE}.")
  private int connections;

  @Option(
      names = "--seed",
      description = "Repeats the moments of another run's kills. Default: another every time.")
  private @Nullable Long seed;

  @Option(
      names = "--minutes",
      defaultValue = "60",
      description = "Gives up after this. Default: ${DEFAULT-VALUE}.")
  private int minutes;

  @Option(
      names = "--megabytes",
      defaultValue = "8000",
      description = "Gives up when the data folder is larger. Default: ${DEFAULT-VALUE}.")
  private int megabytes;

  @Spec private CommandSpec spec;

  private CrashBench() {}

  @Override
  public Integer call() throws IOException {
    var usage = new Usage(spec);
    usage.requireBetween("--kills", kills, 1, 100_000);
    usage.requireBetween("--connections", connections, Letter.USERS.size(), 96);
    usage.requireBetween("--minutes", minutes, 1, 10_000);
    usage.requireBetween("--megabytes", megabytes, 1, 1_000_000);
    return Workplace.use(this::kill);
  }

  private int kill(Workplace workplace) throws IOException {
    var kabard = server.durable();
    var limits = new CrashRun.Limits(Duration.ofMinutes(minutes), (long) megabytes * MEGABYTE);
    long dice = seed == null ? ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE) : seed;
    var wish = new CrashRun.Wish(kills, connections, dice, limits);
    progress("seed " + dice);
    var run = new CrashRun(kabard, workplace, wish, this::progress);
    boolean isClean = false;
    try {
      var outcome = run.play();
      isClean = outcome.findings().isClean();
      spec.commandLine().getOut().println(outcome);
    } finally {
      if (!isClean && !workplace.isClosed()) {
        workplace.keep();
        progress("seed %d failed; its data folder stays: %s".formatted(dice, run.data()));
      }
    }
    return isClean ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private void progress(String what) {
    spec.commandLine().getErr().println("bench: " + what);
  }
}
