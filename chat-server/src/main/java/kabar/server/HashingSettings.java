package kabar.server;

import java.time.Duration;
import java.util.List;
import kabar.api.Form;
import kabar.api.Option;
import kabar.api.Settings;

/// How passwords are hashed.
///
/// @param cost what a new hash costs (`memory-kib`, `iterations`, `lanes`)
/// @param threads how many are hashed at once (`threads`)
/// @param maxWaiting how many may wait for a thread (`waiting`)
/// @param patience how long one may wait (`patience`)
record HashingSettings(Argon2Cost cost, int threads, int maxWaiting, Duration patience) {
  /// OWASP's lowest.
  private static final int LEAST_KIB = 7 * 1024;

  private static final int HEAP_SHARE = 4;

  private static final Option<Integer> ITERATIONS =
      Option.of(
          "iterations",
          Form.wholeNumber(1, 100),
          Argon2Cost.OWASP.iterations(),
          "Passes of an Argon2id hash over its memory");
  private static final Option<Integer> LANES =
      Option.of(
          "lanes", Form.wholeNumber(1, 16), Argon2Cost.OWASP.lanes(), "Lanes of an Argon2id hash");
  private static final Option<Integer> WAITING =
      Option.of(
          "waiting",
          Form.wholeNumber(1, 10_000),
          64,
          "How many passwords may wait for a thread; more are refused for now");
  private static final Option<Duration> PATIENCE =
      Option.of(
          "patience",
          Form.duration(),
          Duration.ofSeconds(5),
          "How long a password may wait for a thread");

  /// All options there are, with the bounds of this machine.
  static List<Option<?>> options() {
    return new Bounds(Runtime.getRuntime().availableProcessors(), heapKib()).options();
  }

  /// Reads the options above. As many threads as there are cores but one, unless a quarter of the
  /// heap has room for fewer.
  ///
  /// @throws kabar.api.SettingsException if one is unknown or cannot be used, or if so many hashes
  ///     of that size have no room there
  static HashingSettings from(Settings settings) {
    return from(settings, Runtime.getRuntime().availableProcessors(), heapKib());
  }

  static HashingSettings from(Settings settings, int cores, int heapKib) {
    var bounds = new Bounds(cores, heapKib);
    int memoryKib = settings.get(bounds.memory());
    var hashing =
        new HashingSettings(
            new Argon2Cost(memoryKib, settings.get(ITERATIONS), settings.get(LANES)),
            settings.get(bounds.threads(memoryKib, memoryKib)),
            settings.get(WAITING),
            settings.get(PATIENCE));
    settings.rejectUnknown();
    return hashing;
  }

  /// What a machine has room for.
  private record Bounds(int cores, int heapKib) {

    List<Option<?>> options() {
      return List.of(
          memory(),
          ITERATIONS,
          LANES,
          threads(Argon2Cost.OWASP.memoryKib(), LEAST_KIB),
          WAITING,
          PATIENCE);
    }

    Option<Integer> memory() {
      return Option.of(
          "memory-kib",
          Form.wholeNumber(LEAST_KIB, roomKib()),
          Argon2Cost.OWASP.memoryKib(),
          "Memory of an Argon2id hash, in KiB");
    }

    /// @param memoryKib the size of a hash, for the default
    /// @param leastKib the smallest that it may have, for the bound
    Option<Integer> threads(int memoryKib, int leastKib) {
      return Option.of(
              "threads",
              Form.wholeNumber(1, roomKib() / leastKib),
              1,
              "How many passwords are hashed at once")
          .orElse(
              Math.clamp(cores - 1, 1, roomKib() / memoryKib),
              "the cores but one, or as many as a quarter of the heap has room for");
    }

    private int roomKib() {
      return Math.max(Argon2Cost.OWASP.memoryKib(), heapKib / HEAP_SHARE);
    }
  }

  private static int heapKib() {
    long most = (long) HEAP_SHARE * Argon2Cost.MOST_KIB;
    return (int) Math.min(most, Runtime.getRuntime().maxMemory() / 1024);
  }
}
