package kabar.bench;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Option;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
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

  @Mixin private ServerOptions server;

  @Option(
      names = "--load",
      paramLabel = "CxD",
      split = ",",
      converter = LoadShapeConverter.class,
      defaultValue = "64x1,64x16,1000x1,1x1",
      description =
          "Connections, and the requests on their way on each. Default: ${DEFAULT-VALUE}.")
  private List<LoadShape> shapes = List.of();

  @Mixin private RoundOptions rounds;

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

  @Spec private CommandSpec spec;

  private TextBench() {}

  @Override
  public Integer call() throws IOException {
    var usage = new Usage(spec);
    var plan = rounds.plan(usage);
    usage.requireBetween("--starts", starts, 0, 100);
    usage.requireBetween("--idle", idle, 0, 10_000);
    return Workplace.use(workplace -> measure(workplace, plan));
  }

  private int measure(Workplace workplace, Contest.Plan plan) throws IOException {
    var kabard = server.server(store, metrics);
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
      report.idle(idle, IdleConnections.bytesEachOverTcp(withoutDisk, workplace, idle));
    }
    var contest = contest(withoutDisk, workplace, plan);
    report.contestHeading(contest.exchange());
    long replies = 0;
    for (var shape : shapes) {
      progress(shape + ", " + plan);
      var outcome = contest.play(shape);
      report.outcome(outcome);
      replies += outcome.replies();
    }
    report.end(replies, loadBefore);
    return CommandLine.ExitCode.OK;
  }

  private Contest contest(Kabard kabard, Workplace workplace, Contest.Plan plan)
      throws IOException {
    var side = Contest.Side.of(kabard.start(workplace));
    var exchange = Login.online(side.address());
    return new Contest(side, responder(workplace, exchange), Wire.STREAM, exchange, plan);
  }

  /// Empty, and said in one line, where C cannot be had: then there is no ratio.
  private Optional<Contest.Side> responder(Workplace workplace, Exchange exchange) {
    try {
      return Optional.of(Contest.Side.of(Responder.EPOLL.start(workplace, exchange)));
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
