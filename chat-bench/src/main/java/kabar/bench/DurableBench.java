package kabar.bench;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
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

  @Mixin private ServerOptions server;

  @Option(
      names = "--senders",
      split = ",",
      defaultValue = "1,64,1000",
      description = "How many send at a time. Default: ${DEFAULT-VALUE}.")
  private List<Integer> senders = List.of();

  @Mixin private RoundOptions rounds;

  @Option(
      names = "--quick",
      description = "A look only: two rounds of a second each, whatever else is said.")
  private boolean isQuick;

  @Spec private CommandSpec spec;

  private DurableBench() {}

  @Override
  public Integer call() throws IOException {
    var usage = new Usage(spec);
    senders.forEach(count -> usage.requireBetween("--senders", count, 1, 10_000));
    var plan = isQuick ? QUICK : rounds.plan(usage);
    return Workplace.use(workplace -> measure(workplace, plan));
  }

  private int measure(Workplace workplace, Contest.Plan plan) throws IOException {
    var contest = new DurableContest(server.durable(), workplace, plan);
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

  private void progress(String what) {
    spec.commandLine().getErr().println("bench: " + what);
  }
}
