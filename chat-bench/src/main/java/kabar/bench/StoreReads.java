package kabar.bench;

import static picocli.CommandLine.Command;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import kabar.api.store.StoreProvider;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The measurement of what reads cost as a store grows.
@Command(
    name = "store-reads",
    mixinStandardHelpOptions = true,
    versionProvider = Bench.Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Reads from the SQLite store, at two sizes in turns.",
      "",
      "With the defaults it writes 2 GB into the system's folder for temporary files, and takes",
      "some ten minutes, most of them for filling the larger store. All is deleted in the end.",
      ""
    })
final class StoreReads implements Callable<Integer> {
  private static final int WARM_UP = 5;

  @Option(
      names = "--sizes",
      split = ",",
      arity = "1",
      paramLabel = "SMALL,LARGE",
      defaultValue = "10000,10000000",
      description = "Messages in each store. Default: ${DEFAULT-VALUE}.")
  private List<Integer> sizes = List.of();

  @Option(
      names = "--rounds",
      defaultValue = "11",
      description = "Rounds of each read. Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(
      names = "--reads",
      defaultValue = "1000",
      description = "Reads in a round. Default: ${DEFAULT-VALUE}.")
  private int reads;

  @Spec private CommandSpec spec;

  private StoreReads() {}

  @Override
  public Integer call() throws IOException {
    if (sizes.size() != 2 || sizes.stream().anyMatch(it -> it < FilledStore.CONVERSATIONS)) {
      throw wrong("--sizes: cannot use %s (expected two numbers, %d or more)", sizes);
    }
    if (rounds < 1 || reads < 1) {
      throw wrong("--rounds, --reads: cannot use less than 1, found %s", List.of(rounds, reads));
    }
    try (var workplace = Workplace.open()) {
      measure(workplace);
    }
    return CommandLine.ExitCode.OK;
  }

  private void measure(Workplace workplace) throws IOException {
    var out = spec.commandLine().getOut();
    var stores = new ArrayList<FilledStore>();
    try {
      for (int size : sizes) {
        spec.commandLine()
            .getErr()
            .println("bench: filling a store with %,d messages".formatted(size));
        var folder = Files.createDirectories(workplace.newFolder("store"));
        stores.add(FilledStore.of(sqlite(), folder, size));
      }
      out.println(Machine.describe());
      out.println();
      out.println(
          "| read | %,d messages, µs | %,d messages, µs | ratio |".formatted(sizes.toArray()));
      out.println("|---|---|---|---|");
      for (var read : FilledStore.Read.values()) {
        out.println(compare(read, stores.getFirst(), stores.getLast()));
        out.flush();
      }
      out.println();
      for (var store : stores) {
        // Only then is everything in the file.
        store.close();
        out.println(store.describe());
      }
      out.println("Load average after: " + Machine.loadAverage());
    } finally {
      stores.forEach(FilledStore::close);
    }
  }

  private String compare(FilledStore.Read read, FilledStore small, FilledStore large) {
    var rows = new ArrayList<double[]>();
    for (int round = -WARM_UP; round < rounds; round++) {
      var row = new double[] {small.microsEach(read, reads), large.microsEach(read, reads)};
      if (round >= 0) {
        rows.add(row);
      }
    }
    return "| %s | %.1f | %.1f | %.2f |"
        .formatted(
            read.title(),
            Median.of(rows, it -> it[0]),
            Median.of(rows, it -> it[1]),
            Median.of(rows, it -> it[1] / it[0]));
  }

  private static StoreProvider sqlite() throws BenchException {
    return ServiceLoader.load(StoreProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(it -> it.name().equals("sqlite"))
        .findFirst()
        .orElseThrow(() -> new BenchException("the store 'sqlite' is not on the module path"));
  }

  private CommandLine.ParameterException wrong(String message, List<Integer> found) {
    return new CommandLine.ParameterException(
        spec.commandLine(), message.formatted(found, FilledStore.CONVERSATIONS));
  }
}
