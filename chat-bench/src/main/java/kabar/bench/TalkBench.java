package kabar.bench;

import static picocli.CommandLine.Command;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The proof that a bad network loses nothing of a talk.
@Command(
    name = "talk",
    mixinStandardHelpOptions = true,
    versionProvider = Bench.Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Two people at full screens talk over UDP while datagrams are lost in both directions.",
      "",
      "Fails if a text is lost, doubled or out of order, in the store or where the receiver's"
          + " kabar",
      "tail prints it. Needs script.",
      ""
    })
final class TalkBench implements Callable<Integer> {

  @Mixin private ServerOptions server;

  @Option(
      names = "--seconds",
      defaultValue = "600",
      description = "How long they talk. Default: ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(
      names = "--loss",
      paramLabel = "PERCENT",
      defaultValue = "20",
      description = "Of the datagrams in each direction. Default: ${DEFAULT-VALUE}.")
  private int percent;

  @Option(
      names = "--pause",
      paramLabel = "MILLIS",
      defaultValue = "250",
      description = "After each text. Default: ${DEFAULT-VALUE}.")
  private int pauseMillis;

  @Option(
      names = "--seed",
      description = "Draws what is lost as another run did. Default: another every time.")
  private @Nullable Long seed;

  @Spec private CommandSpec spec;

  private TalkBench() {}

  @Override
  public Integer call() throws IOException {
    var usage = new Usage(spec);
    usage.requireBetween("--seconds", seconds, 1, 86_400);
    usage.requireBetween("--loss", percent, 0, 50);
    usage.requireBetween("--pause", pauseMillis, 20, 60_000);
    return Workplace.use(this::talk);
  }

  private int talk(Workplace workplace) throws IOException {
    long dice = seed == null ? ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE) : seed;
    progress("seed " + dice);
    var loadBefore = Machine.loadAverage();
    var wish =
        new Talk.Wish(
            percent / 100.0,
            Duration.ofMillis(pauseMillis),
            Duration.ofSeconds(seconds),
            dice,
            new Speaker.Cells(120, 40));
    var outcome = new Talk(server, workplace, wish).play();
    tell(outcome, loadBefore);
    return outcome.isClean() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private void tell(Talk.Outcome outcome, String loadBefore) {
    line(Machine.describe());
    line("");
    line(
        "| texts, %d s with %d %% loss | | said | lost | doubled | out of order |"
            .formatted(seconds, percent));
    line("|---|---|---|---|---|---|");
    for (var said : outcome.said()) {
      var way = said.from() + " to " + said.to();
      row(way, "in the store", said.stored());
      row(way, "printed by the receiver's `kabar tail`", said.printed());
    }
    line("");
    line("| resident, MB | first minute | last minute | most |");
    line("|---|---|---|---|");
    for (var memory : outcome.memory()) {
      var range = memory.range();
      line(
          "| %s | %.1f | %.1f | %.1f |"
              .formatted(
                  memory.program(), range.first() / 1e6, range.last() / 1e6, range.most() / 1e6));
    }
    line("");
    for (var way : outcome.ways()) {
      line("Datagrams to %s: %,d, lost %,d.".formatted(way.to(), way.sent(), way.lost()));
    }
    line("Packets that the server sent again: %,d.".formatted(outcome.repeats()));
    line("Load average before: %s; after: %s.".formatted(loadBefore, Machine.loadAverage()));
  }

  private void row(String way, String where, TalkCheck check) {
    line(
        "| %s | %s | %,d | %,d | %,d | %,d |"
            .formatted(
                way, where, check.expected(), check.lost(), check.doubled(), check.outOfOrder()));
  }

  private void line(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }

  private void progress(String what) {
    spec.commandLine().getErr().println("bench: " + what);
  }
}
