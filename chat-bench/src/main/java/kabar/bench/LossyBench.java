package kabar.bench;

import static picocli.CommandLine.Command;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What `UdpBench` runs inside of a network that loses packets: rows of its table.
@Command(
    name = LossyBench.NAME,
    hidden = true,
    sortOptions = false,
    description = "Rows about the network that this runs in, for the command udp.")
final class LossyBench implements Callable<Integer> {
  static final String NAME = "udp-lossy";
  private static final List<LoadShape> SHAPES = List.of(new LoadShape(1, 1), new LoadShape(16, 1));

  @Mixin private ServerOptions server;
  @Mixin private RoundOptions rounds;

  @Option(names = "--percent", required = true, description = "What is lost here, for the rows.")
  private int percent;

  @Spec private CommandSpec spec;

  private LossyBench() {}

  @Override
  public Integer call() throws IOException {
    var plan = rounds.plan(new Usage(spec));
    return Workplace.use(workplace -> measure(workplace, plan));
  }

  private int measure(Workplace workplace, Contest.Plan plan) throws IOException {
    var report = new UdpReport(spec.commandLine().getOut());
    var kabard = server.server("memory", "127.0.0.1:0").alsoOver(Transports.UDP);
    try (var process = kabard.start(workplace)) {
      var greeting = process.awaitReady();
      var metrics = greeting.metrics().orElseThrow(() -> new BenchException("no metrics"));
      var rivals = new Rivals(process, Login.online(greeting.address()), plan);
      int exitCode = CommandLine.ExitCode.OK;
      for (var shape : SHAPES) {
        exitCode = Math.max(exitCode, play(rivals, shape, metrics, report));
      }
      return exitCode;
    }
  }

  private int play(Rivals rivals, LoadShape shape, URI metrics, UdpReport report)
      throws IOException {
    long udp = Repeats.overUdp(metrics);
    long tcp = Repeats.overTcp();
    try {
      var outcome = rivals.play(shape);
      report.loss(percent, outcome, Repeats.overUdp(metrics) - udp, Repeats.overTcp() - tcp);
      return CommandLine.ExitCode.OK;
    } catch (BenchException e) {
      report.failedLoss(percent, shape, String.valueOf(e.getMessage()));
      return CommandLine.ExitCode.SOFTWARE;
    }
  }
}
