package kabar.server;

/// What one hash costs: the parameters of Argon2id (RFC 9106 §3.1).
///
/// @param memoryKib KiB of memory, 8 for each lane or more, 1 GiB at most
/// @param iterations how often it goes over that memory, 1 to 100
/// @param lanes into how many the memory is divided (`p`), 1 to 16; they are worked on one after
///     another
record Argon2Cost(int memoryKib, int iterations, int lanes) {
  /// What OWASP's Password Storage Cheat Sheet names first: 19 MiB, two iterations, one lane.
  static final Argon2Cost OWASP = new Argon2Cost(19_456, 2, 1);

  /// The most memory of one hash.
  static final int MOST_KIB = 1024 * 1024;

  Argon2Cost {
    require("memory", memoryKib, 8 * Math.max(1, lanes), MOST_KIB);
    require("iterations", iterations, 1, 100);
    require("lanes", lanes, 1, 16);
  }

  private static void require(String name, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          "%s of Argon2id: cannot use %d (expected %d..%d)".formatted(name, value, min, max));
    }
  }
}
