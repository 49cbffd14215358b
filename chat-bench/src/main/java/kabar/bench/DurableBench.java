package kabar.bench;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The measurement of messages that are stored on disk.
@Command(
    name = "durable",
    mixinStandardHelpOptions = true,
    versionProvider = Bench.Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Stores messages of 100 bytes: the server over TCP, its store, bare SQLite, a file.",
      "",
      "With the defaults it takes about four minutes and up to 4 GB of the system's folder for",
      "temporary files, which has to be on a disk.",
      ""
    })
final class DurableBench implements Callable<Integer> {
  private static final Contest.Plan QUICK =
      new Contest.Plan(2, Duration.ofSeconds(1), Duration.ofSeconds(1));

  @Option(
      names = "--image",
      paramLabel = "DIR",
      required = true,
      defaultValue = "${sys:kabar.image}",
      description = "The folder of the packed programs. Default: what the build makes.")
  private Path image = Path.of("");

  @Option(
      names = "--senders",
      split = ",",
      defaultValue = "1,64,1000",
      description = "How many send at a time. Default: ${DEFAULT-VALUE}.")
  private List<Integer> senders = List.of();

  @Option(
      names = "--rounds",
      defaultValue = "7",
      description = "Rounds of each load. Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(
      names = "--seconds",
      defaultValue = "2",
      description = "How long a round takes. Default: ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      defaultValue = "6",
      description = "Before the first round of each load. Default: ${DEFAULT-VALUE}.")
  private int warmUpSeconds;

  @Option(
      names = "--quick",
      description = "A look only: two rounds of a second each, whatever else is said.")
  private boolean isQuick;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A setting of the server; may be given more than once.")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Spec private CommandSpec spec;

  private DurableBench() {}

  @Override
  public Integer call() throws IOException {
    var usage = new Usage(spec);
    senders.forEach(count -> usage.requireBetween("--senders", count, 1, 10_000));
    usage.requireBetween("--rounds", rounds, 1, 1_000);
    usage.requireBetween("--seconds", seconds, 1, 600);
    usage.requireBetween("--warm-up", warmUpSeconds, 1, 600);
    return Workplace.use(this::measure);
  }

  private int measure(Workplace workplace) throws IOException {
    var kabard = Kabard.durable(image.toAbsolutePath().normalize(), settings);
    var contest = new DurableContest(kabard, workplace, plan());
    var report = new DurableReport(spec.commandLine().getOut());
    var loadBefore = Machine.loadAverage();
    report.begin(Files.getFileStore(workplace.folder()).type());
    for (int count : senders) {
      progress("%,d senders".formatted(count));
      var outcomes = contest.play(count);
      report.outcomes(count, outcomes);
    }
    report.end(loadBefore);
    return CommandLine.ExitCode.OK;
  }

  private Contest.Plan plan() {
    return isQuick
        ? QUICK
        : new Contest.Plan(rounds, Duration.ofSeconds(seconds), Duration.ofSeconds(warmUpSeconds));
  }

  private void progress(String what) {
    spec.commandLine().getErr().println("bench: " + what);
  }
}
