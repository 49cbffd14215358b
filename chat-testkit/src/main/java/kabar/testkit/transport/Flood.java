package kabar.testkit.transport;

import java.time.Duration;
import java.util.stream.IntStream;

/// Numbered payloads of one size, offered until the other end takes no more.
final class Flood {
  static final int LINE_BYTES = 1_024;

  /// More than any buffer between two ends holds.
  private static final int MOST_BYTES = 64 * 1024 * 1024;

  /// A queue that stays full for so long is held up by its peer. Taking a slow machine for a stuck
  /// peer makes a test weaker, not wrong.
  private static final Duration QUIET = Duration.ofMillis(300);

  private Flood() {}

  /// Offers until the queue is full and stays so. Answers how many payloads were accepted; the last
  /// offer was refused.
  static int fill(RecordingReceiver owner) {
    int accepted = 0;
    while (accepted < MOST_BYTES / LINE_BYTES) {
      int drained = owner.count(Event.Drained.class);
      if (owner.offer(line(accepted))) {
        accepted++;
      } else if (!owner.isThere(Event.Drained.class, drained + 1, QUIET)) {
        return accepted;
      }
    }
    throw new AssertionError("64 MiB were accepted and nobody read them");
  }

  /// Offers until the connection ends by itself. Answers how many payloads were accepted.
  static int untilClosed(RecordingReceiver owner) {
    int accepted = 0;
    while (accepted < MOST_BYTES / LINE_BYTES && owner.count(Event.Closed.class) == 0) {
      int drained = owner.count(Event.Drained.class);
      if (owner.offer(line(accepted))) {
        accepted++;
      } else {
        owner.isThere(Event.Drained.class, drained + 1, QUIET);
      }
    }
    return accepted;
  }

  static String line(int number) {
    return ("%0" + (LINE_BYTES - 1) + "d\n").formatted(number);
  }

  /// Many lines as one text.
  static String lines(int count) {
    return String.join("", IntStream.range(0, count).mapToObj(Flood::line).toList());
  }
}
