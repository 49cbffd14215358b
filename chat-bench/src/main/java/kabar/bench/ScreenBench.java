package kabar.bench;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The measurement of the full-screen client.
@Command(
    name = "screen",
    mixinStandardHelpOptions = true,
    versionProvider = Bench.Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Measures the client on the whole screen: how soon it shows something, what it writes for a",
      "key and for a whole repaint, and what it needs while nothing happens. Needs script and"
          + " strace.",
      ""
    })
final class ScreenBench implements Callable<Integer> {
  private static final String USER = "messi";
  private static final String FIRST_PAINT = "INBOX";
  private static final String ONLINE = "ONLINE tcp";
  private static final String CLEAR = "\u0003";

  @Mixin private ServerOptions server;

  @Option(
      names = "--starts",
      defaultValue = "11",
      description =
          "How often the client is started with each kind of profile. Default: ${DEFAULT-VALUE}.")
  private int starts;

  @Option(
      names = "--times",
      defaultValue = "100",
      description =
          "How many keys are typed, and how many repaints asked for. Default: ${DEFAULT-VALUE}.")
  private int times;

  @Option(
      names = "--idle",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "How long it is watched while nothing happens. Default: ${DEFAULT-VALUE}.")
  private int idleSeconds;

  @Option(names = "--columns", defaultValue = "120", description = "Default: ${DEFAULT-VALUE}.")
  private int columns;

  @Option(names = "--rows", defaultValue = "40", description = "Default: ${DEFAULT-VALUE}.")
  private int rows;

  @Spec private CommandSpec spec;

  private ScreenBench() {}

  @Override
  public Integer call() throws IOException {
    var usage = new Usage(spec);
    usage.requireBetween("--starts", starts, 1, 100);
    usage.requireBetween("--times", times, 1, 1_000);
    usage.requireBetween("--idle", idleSeconds, 1, 600);
    usage.requireBetween("--columns", columns, 80, 500);
    usage.requireBetween("--rows", rows, 24, 200);
    return Workplace.use(this::measure);
  }

  private int measure(Workplace workplace) throws IOException {
    var address = server.durable().start(workplace).awaitReady().address();
    var loadBefore = Machine.loadAverage();
    line(Machine.describe());
    line("");
    line("| %d×%d cells | |".formatted(columns, rows));
    line("|---|---|");
    new Run(server.image(), workplace, address).all();
    line("");
    line("Load average before: %s; after: %s.".formatted(loadBefore, Machine.loadAverage()));
    return CommandLine.ExitCode.OK;
  }

  /// The measurements at one server.
  private final class Run {
    private final Path programs;
    private final Workplace workplace;
    private final InetSocketAddress address;

    Run(Path programs, Workplace workplace, InetSocketAddress address) {
      this.programs = programs;
      this.workplace = workplace;
      this.address = address;
    }

    void all() throws IOException {
      tellStarts("a profile that was never used", this::newHome);
      var used = newHome();
      begin(used).quit();
      tellStarts("one with a cache", () -> used);
      tellIdle(used);
      tellWrites(used);
    }

    private void tellStarts(String profile, Homes homes) throws IOException {
      var firsts = new ArrayList<Duration>();
      var onlines = new ArrayList<Duration>();
      for (int i = 0; i < starts; i++) {
        var client = workplace.show(homes.next(), columns, rows, List.of());
        firsts.add(client.awaitFrameWith(FIRST_PAINT));
        onlines.add(client.awaitFrameWith(ONLINE));
        client.quit();
      }
      row(
          "launch to the first frame, " + profile,
          "%.0f ms".formatted(Median.of(firsts, Duration::toMillis)));
      row(
          "launch to online, " + profile,
          "%.0f ms".formatted(Median.of(onlines, Duration::toMillis)));
    }

    private void tellIdle(ClientHome home) throws IOException {
      var client = begin(home);
      Starts.settle();
      var figures = client.figures();
      int frames = client.frames();
      var before = figures.cpu();
      for (int i = 0; i < idleSeconds; i++) {
        Starts.settle();
      }
      var used = figures.cpu().minus(before);
      row(
          "CPU in %d s of nothing".formatted(idleSeconds),
          "%.3f s, %d frames".formatted(used.toNanos() / 1e9, client.frames() - frames));
      row("resident then", "%.1f MB".formatted(figures.residentBytes() / 1e6));
      client.quit();
    }

    private void tellWrites(ClientHome home) throws IOException {
      var trace = workplace.newFolder("trace");
      var client = workplace.show(home, columns, rows, TerminalWrites.tracer(trace));
      client.awaitFrameWith(ONLINE);
      tellWrites("a key that is shown", trace, client, "x");
      client.type(CLEAR);
      tellWrites("a whole repaint", trace, client, ScreenClient.REDRAW);
      client.quit();
    }

    /// One at a time, each when the frame of the one before has come.
    private void tellWrites(String what, Path trace, ScreenClient client, String key)
        throws IOException {
      Starts.settle();
      var before = TerminalWrites.read(trace);
      for (int i = 0; i < times; i++) {
        int frames = client.frames();
        client.type(key);
        client.awaitFrames(frames + 1);
      }
      Starts.settle();
      var writes = TerminalWrites.read(trace).since(before);
      row(
          what,
          "%.2f system calls, %.0f bytes"
              .formatted((double) writes.calls() / times, (double) writes.bytes() / times));
    }

    private ScreenClient begin(ClientHome home) throws IOException {
      var client = workplace.show(home, columns, rows, List.of());
      client.awaitFrameWith(ONLINE);
      return client;
    }

    private ClientHome newHome() throws IOException {
      return ClientHome.make(programs, workplace, address, USER);
    }
  }

  /// Where the next client starts.
  @FunctionalInterface
  private interface Homes {
    ClientHome next() throws IOException;
  }

  private void row(String what, String figure) {
    line("| %s | %s |".formatted(what, figure));
  }

  private void line(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
