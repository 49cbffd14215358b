package kabar.server.operation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import kabar.api.store.TokenHash;

/// How lists show what would be too long.
final class Shown {
  private static final int DIGITS = 12;

  private Shown() {}

  /// A short name for what is known by the hash of a secret.
  static String id(TokenHash hash) {
    return hash.hex().substring(0, DIGITS);
  }

  /// A time to the second, in UTC (RFC 3339).
  static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
