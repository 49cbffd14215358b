package kabar.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Stands still until the test moves it.
final class HeldClock implements InstantSource {
  private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  void advance(Duration time) {
    now = now.plus(time);
  }
}
