package kabar.api.transport;

import java.util.Random;
import java.util.function.Consumer;

/// Random numbers for a test that can be had again: a failure tells the seed.
final class Seed {
  private static final String PROPERTY = "kabar.seed";

  private Seed() {}

  /// Runs a test with a seed of `-Dkabar.seed`, a new one otherwise.
  static void run(Consumer<Random> test) {
    long seed = Long.getLong(PROPERTY, System.nanoTime());
    try {
      test.accept(new Random(seed));
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError("with -D%s=%d: %s".formatted(PROPERTY, seed, e.getMessage()), e);
    }
  }
}
