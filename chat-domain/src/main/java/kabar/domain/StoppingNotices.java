package kabar.domain;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kabar.protocol.Event;
import kabar.protocol.Notice;

/// What live peers are told when the server stops: to come back after a while, which differs, so
/// that not all come back at once. Thread-safe.
final class StoppingNotices {
  private static final Duration SHORTEST = Duration.ofMillis(500);
  private static final Duration STEP = Duration.ofMillis(300);
  private static final int COUNT = 16;

  private final AtomicInteger given = new AtomicInteger();
  private final List<Notice> notices =
      IntStream.range(0, COUNT)
          .mapToObj(i -> new Notice(new Event.Stopping(SHORTEST.plus(STEP.multipliedBy(i)))))
          .toList();

  /// One after the other, from half a second up to five, and again.
  Notice next() {
    return notices.get(Math.floorMod(given.getAndIncrement(), COUNT));
  }
}
