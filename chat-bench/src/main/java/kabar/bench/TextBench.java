package kabar.bench;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// The measurement of the text dialect over TCP.
@Command(
    name = "text",
    mixinStandardHelpOptions = true,
    versionProvider = Bench.Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Starts, memory, and the request `online` over TCP beside a responder in C.",
      "",
      "With the defaults it takes about four minutes. Fails at the first wrong reply.",
      ""
    })
final class TextBench implements Callable<Integer> {
  private static final String MEMORY = "memory";
  private static final int MAX_ROUNDS = 1_000;

  @Option(
      names = "--image",
      paramLabel = "DIR",
      required = true,
      defaultValue = "${sys:kabar.image}",
      description = "The folder of the packed programs. Default: what the build makes.")
  private Path image = Path.of("");

  @Option(
      names = "--load",
      paramLabel = "CxD",
      split = ",",
      converter = LoadShapeConverter.class,
      defaultValue = "64x1,64x16,1000x1,1x1",
      description =
          "Connections, and the requests on their way on each. Default: ${DEFAULT-VALUE}.")
  private List<LoadShape> shapes = List.of();

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
      names = "--starts",
      defaultValue = "7",
      description = "Starts of the server, 0 for none. Default: ${DEFAULT-VALUE}.")
  private int starts;

  @Option(
      names = "--idle",
      paramLabel = "CONNECTIONS",
      defaultValue = "8000",
      description = "Idle connections, 0 for none. Default: ${DEFAULT-VALUE}.")
  private int idle;

  @Option(
      names = "--store",
      paramLabel = "NAME",
      defaultValue = "sqlite",
      description =
          "The store of the starts; all else is measured without a disk, with the store memory."
              + " Default: ${DEFAULT-VALUE}.")
  private String store = "";

  @Option(
      names = "--metrics",
      paramLabel = "HOST:PORT|off",
      defaultValue = "127.0.0.1:0",
      description = "Where the server tells its metrics. Default: ${DEFAULT-VALUE}, any free port.")
  private String metrics = "";

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A setting of the server; may be given more than once.")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Spec private CommandSpec spec;

  private TextBench() {}

  @Override
  public Integer call() throws IOException {
    var usage = new Usage(spec);
    usage.requireBetween("--rounds", rounds, 1, MAX_ROUNDS);
    usage.requireBetween("--seconds", seconds, 1, 600);
    usage.requireBetween("--warm-up", warmUpSeconds, 1, 600);
    usage.requireBetween("--starts", starts, 0, 100);
    usage.requireBetween("--idle", idle, 0, 10_000);
    return Workplace.use(this::measure);
  }

  private int measure(Workplace workplace) throws IOException {
    var kabard = new Kabard(image.toAbsolutePath().normalize(), store, metrics, settings);
    var withoutDisk = kabard.with(MEMORY);
    var report = new Report(spec.commandLine().getOut());
    var loadBefore = Machine.loadAverage();
    report.machine();
    if (starts > 0) {
      progress(starts + " starts");
      report.starts(store, Starts.measure(kabard, workplace, starts));
    }
    if (idle > 0) {
      progress(idle + " idle connections");
      report.idle(idle, IdleConnections.bytesEach(withoutDisk, workplace, idle));
    }
    var contest = contest(withoutDisk, workplace);
    report.contestHeading(contest.exchange());
    long replies = 0;
    for (var shape : shapes) {
      progress("%s, %d rounds of %d s each".formatted(shape, rounds, seconds));
      var outcome = contest.play(shape);
      report.outcome(outcome);
      replies += outcome.replies();
    }
    report.end(replies, loadBefore);
    return CommandLine.ExitCode.OK;
  }

  private Contest contest(Kabard kabard, Workplace workplace) throws IOException {
    var server = Contest.Side.of(kabard.start(workplace));
    var exchange = Login.online(server.address());
    var plan =
        new Contest.Plan(rounds, Duration.ofSeconds(seconds), Duration.ofSeconds(warmUpSeconds));
    return new Contest(server, responder(workplace, exchange), exchange, plan);
  }

  /// Empty, and said in one line, where C cannot be had: then there is no ratio.
  private Optional<Contest.Side> responder(Workplace workplace, Exchange exchange) {
    try {
      return Optional.of(Contest.Side.of(Responder.start(workplace, exchange)));
    } catch (IOException e) {
      progress("no ratios: " + e.getMessage());
      return Optional.empty();
    }
  }

  private void progress(String what) {
    spec.commandLine().getErr().println("bench: " + what);
  }

  /// Tells picocli how a load is written.
  static final class LoadShapeConverter implements ITypeConverter<LoadShape> {

    @Override
    public LoadShape convert(String value) {
      try {
        return LoadShape.parse(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
