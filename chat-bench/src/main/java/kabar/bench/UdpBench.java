package kabar.bench;

import static picocli.CommandLine.Command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The measurement of the text dialect over UDP.
@Command(
    name = "udp",
    mixinStandardHelpOptions = true,
    versionProvider = Bench.Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "The request `online` over UDP: beside TCP, also where packets are lost; in datagrams of its",
      "own beside a responder in C; and the memory of idle connections.",
      "",
      "With the defaults it takes about eight minutes. Packets are lost in a network namespace,",
      "which takes root and nft. Fails at the first wrong reply.",
      ""
    })
final class UdpBench implements Callable<Integer> {
  private static final String MEMORY = "memory";

  @Mixin private ServerOptions server;

  @Option(
      names = "--parts",
      paramLabel = "PART",
      split = ",",
      defaultValue = "requests,bare,loss,idle",
      description = "What is measured. Default: ${DEFAULT-VALUE}.")
  private Set<Part> parts = EnumSet.allOf(Part.class);

  @Option(
      names = "--load",
      paramLabel = "CxD",
      split = ",",
      converter = TextBench.LoadShapeConverter.class,
      defaultValue = "1x1,64x1,64x16",
      description =
          "Connections beside TCP, and the requests on their way on each."
              + " Default: ${DEFAULT-VALUE}.")
  private List<LoadShape> shapes = List.of();

  @Option(
      names = "--sockets",
      defaultValue = "64",
      description = "Those that send requests in datagrams. Default: ${DEFAULT-VALUE}.")
  private int sockets;

  @Option(
      names = "--loss",
      paramLabel = "PERCENT",
      split = ",",
      defaultValue = "0,5,20",
      description = "Of the packets in each direction. Default: ${DEFAULT-VALUE}.")
  private List<Integer> losses = List.of();

  @Option(
      names = "--idle",
      paramLabel = "CONNECTIONS",
      defaultValue = "5000",
      description = "Idle connections. Default: ${DEFAULT-VALUE}.")
  private int idle;

  @Mixin private RoundOptions rounds;
  @Spec private CommandSpec spec;

  /// What can be measured by itself.
  enum Part {
    REQUESTS,
    BARE,
    LOSS,
    IDLE
  }

  private UdpBench() {}

  @Override
  public Integer call() throws IOException {
    var usage = new Usage(spec);
    usage.requireBetween("--sockets", sockets, 1, 1_000);
    usage.requireBetween("--idle", idle, 1, 10_000);
    losses.forEach(percent -> usage.requireBetween("--loss", percent, 0, 50));
    var plan = rounds.plan(usage);
    return Workplace.use(workplace -> new Run(workplace, plan).all());
  }

  /// The measurements, in a place of their own.
  private final class Run {
    private final Workplace workplace;
    private final Contest.Plan plan;
    private final Kabard kabard = server.server(MEMORY, "off").alsoOver(Transports.UDP);
    private final UdpReport report = new UdpReport(spec.commandLine().getOut());

    Run(Workplace workplace, Contest.Plan plan) {
      this.workplace = workplace;
      this.plan = plan;
    }

    int all() throws IOException {
      var loadBefore = Machine.loadAverage();
      report.machine();
      int exitCode = CommandLine.ExitCode.OK;
      for (var part : parts) {
        switch (part) {
          case REQUESTS -> requests();
          case BARE -> bare();
          case LOSS -> exitCode = loss();
          case IDLE -> idle();
        }
      }
      report.end(loadBefore);
      return exitCode;
    }

    private void requests() throws IOException {
      try (var process = kabard.start(workplace)) {
        var exchange = Login.online(process.awaitReady().address());
        var rivals = new Rivals(process, exchange, plan);
        report.rivalsHeading(exchange);
        for (var shape : shapes) {
          progress(shape + " over UDP and TCP, " + plan);
          report.rivals(rivals.play(shape));
        }
      }
      report.endTable();
    }

    private void bare() throws IOException {
      var shape = new LoadShape(sockets, 1);
      progress(shape + " in datagrams, " + plan);
      try (var process = kabard.onlyOver(Transports.UDP).start(workplace)) {
        var side = Contest.Side.of(process);
        var exchange = Login.onlineInDatagrams(side.address());
        var responder = responder(exchange);
        report.bare(
            exchange, new Contest(side, responder, Wire.DATAGRAMS, exchange, plan).play(shape));
      }
    }

    /// Empty, and said in one line, where C cannot be had: then there is no ratio.
    private Optional<Contest.Side> responder(Exchange exchange) {
      try {
        return Optional.of(Contest.Side.of(Responder.DATAGRAM.start(workplace, exchange)));
      } catch (IOException e) {
        progress("no ratios: " + e.getMessage());
        return Optional.empty();
      }
    }

    private int loss() throws IOException {
      if (!mayLose()) {
        return CommandLine.ExitCode.OK;
      }
      int exitCode = CommandLine.ExitCode.OK;
      report.lossHeading();
      for (int percent : losses) {
        progress(percent + " % loss, " + plan);
        try (var network = LossyNetwork.make(workplace, percent)) {
          exitCode = Math.max(exitCode, lossAt(percent, network));
        }
      }
      report.endTable();
      return exitCode;
    }

    /// Whether packets can be lost here; if not, says why in one line.
    private boolean mayLose() {
      try (var _ = LossyNetwork.make(workplace, 1)) {
        return true;
      } catch (IOException e) {
        progress("no table of losses: " + e.getMessage());
        return false;
      }
    }

    /// Server and load are in the network, and what they say comes out.
    private int lossAt(int percent, LossyNetwork network) throws IOException {
      var arguments = new ArrayList<>(List.of(LossyBench.NAME, "--percent", percent + ""));
      arguments.addAll(server.arguments());
      arguments.addAll(rounds.arguments());
      var process = workplace.run(network.entering(Programs.itself(arguments)));
      try (var lines = process.inputReader()) {
        lines.lines().forEach(report::line);
        return process.waitFor();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new BenchException("interrupted");
      }
    }

    private void idle() throws IOException {
      report.idleHeading(idle);
      for (var scheme : List.of(Transports.UDP, Transports.TCP)) {
        progress("%,d idle connections over %s".formatted(idle, scheme));
        try (var process = kabard.start(workplace)) {
          var greeting = process.awaitReady();
          var exchange = Login.online(greeting.address());
          var address = greeting.address(scheme);
          var connections =
              new IdleConnections(
                  process, shape -> TransportLoad.open(address, exchange, shape, _ -> {}));
          report.idle(scheme, connections.bytesEach(idle), connections.growth(idle));
        }
      }
      report.endTable();
    }
  }

  private void progress(String what) {
    spec.commandLine().getErr().println("bench: " + what);
  }
}
