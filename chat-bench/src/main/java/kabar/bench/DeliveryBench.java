package kabar.bench;

import static picocli.CommandLine.Command;
import static picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The measurement of how long a message takes to its reader.
@Command(
    name = "delivery",
    mixinStandardHelpOptions = true,
    versionProvider = Bench.Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Sends messages one at a time, and tells how long each takes until its sender hears that it",
      "is on disk, until it comes over its receiver's connection, and until kabar tail has printed",
      "it: on an idle server, then on one that others load.",
      ""
    })
final class DeliveryBench implements Callable<Integer> {
  private static final String LOAD_TEXT = "x".repeat(100);

  @Mixin private ServerOptions server;

  @Option(
      names = "--load",
      paramLabel = "CONNECTIONS",
      defaultValue = "64",
      description =
          "How many send to somebody else as fast as they are answered. Default: ${DEFAULT-VALUE}.")
  private int load;

  @Option(
      names = "--seconds",
      defaultValue = "20",
      description = "How long either part takes. Default: ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      defaultValue = "5",
      description = "Before either part. Default: ${DEFAULT-VALUE}.")
  private int warmUpSeconds;

  @Option(
      names = "--pause",
      paramLabel = "MILLIS",
      defaultValue = "10",
      description = "Between two messages. Default: ${DEFAULT-VALUE}.")
  private int pauseMillis;

  @Spec private CommandSpec spec;

  private DeliveryBench() {}

  @Override
  public Integer call() throws IOException {
    var usage = new Usage(spec);
    usage.requireBetween("--load", load, 1, 10_000);
    usage.requireBetween("--seconds", seconds, 1, 600);
    usage.requireBetween("--warm-up", warmUpSeconds, 1, 600);
    usage.requireBetween("--pause", pauseMillis, 0, 10_000);
    return Workplace.use(this::measure);
  }

  private int measure(Workplace workplace) throws IOException {
    var address = server.durable().start(workplace).awaitReady().address();
    try (var delivery = new Delivery(address, new Tail(server.image(), workplace).open(address))) {
      var out = spec.commandLine().getOut();
      begin(out, workplace);
      var loadBefore = Machine.loadAverage();
      row(out, "idle", play(delivery));
      row(out, "%d connections send".formatted(load), playLoaded(delivery, address));
      line(out, "");
      line(out, "Load average before: %s; after: %s.".formatted(loadBefore, Machine.loadAverage()));
    }
    return CommandLine.ExitCode.OK;
  }

  private Delivery.Times play(Delivery delivery) throws IOException {
    delivery.play(pause(), until(warmUpSeconds)::isOver);
    return delivery.play(pause(), until(seconds)::isOver);
  }

  private Delivery.Times playLoaded(Delivery delivery, InetSocketAddress address)
      throws IOException {
    var exchange = Login.send(address, "lineker", LOAD_TEXT);
    try (var generator = new LoadGenerator(address, exchange, new LoadShape(load, 1))) {
      var loading =
          CompletableFuture.supplyAsync(
              () -> run(generator, Duration.ofSeconds(warmUpSeconds + seconds + 1L)));
      var times = play(delivery);
      var loaded = loading.join();
      progress(
          "the load: %,.0f messages a second"
              .formatted(loaded.requests() / (loaded.elapsed().toNanos() / 1e9)));
      return times;
    }
  }

  private static Load.Sum run(LoadGenerator generator, Duration duration) {
    try {
      return generator.run(duration);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Duration pause() {
    return Duration.ofMillis(pauseMillis);
  }

  /// A moment in the future.
  private record Deadline(long nanos) {
    boolean isOver() {
      return System.nanoTime() - nanos >= 0;
    }
  }

  private static Deadline until(int seconds) {
    return new Deadline(System.nanoTime() + Duration.ofSeconds(seconds).toNanos());
  }

  private static void begin(PrintWriter out, Workplace workplace) throws IOException {
    line(out, Machine.describe() + " · " + Files.getFileStore(workplace.folder()).type());
    line(out, "");
    line(out, "| server | messages | on disk, ms p50 / p99 | on the wire | printed |");
    line(out, "|---|---|---|---|---|");
  }

  private static void row(PrintWriter out, String server, Delivery.Times times) {
    line(
        out,
        "| %s | %,d | %s | %s | %s |"
            .formatted(
                server,
                times.messages(),
                millis(times.acknowledged()),
                millis(times.told()),
                millis(times.printed())));
  }

  private static String millis(Latencies latencies) {
    return "%.2f / %.2f".formatted(latencies.percentile(50) / 1e6, latencies.percentile(99) / 1e6);
  }

  private static void line(PrintWriter out, String line) {
    out.println(line);
    out.flush();
  }

  private void progress(String what) {
    spec.commandLine().getErr().println("bench: " + what);
  }
}
