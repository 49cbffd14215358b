package kabar.client;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// Drives clients and the real server through whatever can happen to them, in virtual time, and
/// compares what users see with what was written.
///
/// `-Dkabar.model.runs=10000` makes it that many runs, `-Dkabar.seed=…` the one that failed.
class ModelTest {
  private static final int RUNS = Integer.getInteger("kabar.model.runs", 100);

  @Test
  void everybodySeesWhatWasWrittenWhateverHappens() {
    var seed = Long.getLong("kabar.seed");
    if (seed != null) {
      run(seed);
      return;
    }
    var seeds = new Random();
    for (int i = 0; i < RUNS; i++) {
      run(seeds.nextLong());
    }
  }

  private static void run(long seed) {
    var run = new ModelRun(seed);
    try {
      run.run();
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(
          "again with -Dkabar.seed=%d: %s%n%s"
              .formatted(seed, e.getMessage(), String.join("\n", run.log())),
          e);
    }
  }
}
